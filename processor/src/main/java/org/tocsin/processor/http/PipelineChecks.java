package org.tocsin.processor.http;

import io.confluent.kafka.schemaregistry.avro.AvroSchemaProvider;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClientFactory;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.streams.KafkaStreams;
import org.tocsin.processor.Settings;
import org.tocsin.processor.http.Readiness.Check;
import org.tocsin.processor.http.Readiness.Finding;
import org.tocsin.schemas.AvroSerdes;
import org.tocsin.schemas.Topics;

/** What makes an instance of the pipeline ready. */
public final class PipelineChecks {
    /** A broker that needs longer to say its name is of no use. */
    private static final Duration BROKER_ANSWERS_WITHIN = Duration.ofSeconds(3);

    private PipelineChecks() {}

    /**
     * Them all.
     *
     * @param kafka asks the cluster itself: the streams are RUNNING, and the lag is what it was, for a while without it
     * @param behind records that the pipeline has not read yet, when last seen
     * @param viewIsWhole whether the read API can answer
     */
    public static List<Check> of(
            Settings settings, KafkaStreams streams, Admin kafka, LongSupplier behind, BooleanSupplier viewIsWhole) {
        return List.of(
                new Check("streams", () -> state(streams)),
                new Check("tasks", () -> tasks(streams)),
                new Check("broker", () -> broker(kafka)),
                new Check("lag", () -> lag(behind, settings.http().readyMaxLag())),
                new Check("registry", () -> registry(settings)),
                new Check("view", () -> view(viewIsWhole.getAsBoolean())));
    }

    private static Finding state(KafkaStreams streams) {
        KafkaStreams.State state = streams.state();
        return new Finding(state == KafkaStreams.State.RUNNING, state.name());
    }

    private static Finding tasks(KafkaStreams streams) {
        int tasks = streams.metadataForLocalThreads().stream()
                .mapToInt(t -> t.activeTasks().size() + t.standbyTasks().size())
                .sum();
        return new Finding(tasks > 0, tasks + " assigned");
    }

    private static Finding broker(Admin kafka) throws InterruptedException, ExecutionException {
        try {
            int nodes = kafka.describeCluster()
                    .nodes()
                    .get(BROKER_ANSWERS_WITHIN.toMillis(), TimeUnit.MILLISECONDS)
                    .size();
            return new Finding(nodes > 0, "%d brokers answer".formatted(nodes));
        } catch (TimeoutException e) {
            return new Finding(false, "does not answer within %d s".formatted(BROKER_ANSWERS_WITHIN.toSeconds()));
        }
    }

    private static Finding lag(LongSupplier behind, int bound) {
        long records = behind.getAsLong();
        return new Finding(records <= bound, "%d records behind, at most %d are ready".formatted(records, bound));
    }

    private static Finding view(boolean whole) {
        return new Finding(whole, whole ? "whole" : "still reads the topics");
    }

    private static Finding registry(Settings settings) throws Exception {
        String subject = Topics.ALERTS.name(settings.topicPrefix()) + "-value";
        String url = String.valueOf(settings.kafka().get(AvroSerdes.REGISTRY_URL));
        // A client of each round's own: its caches would answer for a registry that is gone.
        try (SchemaRegistryClient client = SchemaRegistryClientFactory.newClient(
                List.of(url.split(",")), 1, List.of(new AvroSchemaProvider()), settings.kafka(), Map.of())) {
            return new Finding(!client.getAllVersions(subject).isEmpty(), "answers");
        }
    }
}
