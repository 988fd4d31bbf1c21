package org.tocsin.processor.stack;

import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.avro.AvroSchemaProvider;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClientFactory;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.specific.SpecificData;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tocsin.processor.OperatorException;
import org.tocsin.processor.Settings;
import org.tocsin.schemas.AvroSerdes;
import org.tocsin.schemas.Topic;
import org.tocsin.schemas.Topics;

/**
 * Registers the schema of every topic's values under {@code TOPIC-value} before the first record is written, so that a
 * schema that the registry refuses is known at the start. A registry that is down is tried again with growing pauses
 * until patience ends.
 */
public final class SchemaSetup {
    private static final Logger LOG = LoggerFactory.getLogger(SchemaSetup.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(250);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

    private final String prefix;
    private final Map<String, Object> config;
    private final String url;
    private final Duration patience;

    public SchemaSetup(Settings settings) {
        this.prefix = settings.topicPrefix();
        this.config = settings.kafka();
        Object registry = config.get(AvroSerdes.REGISTRY_URL);
        if (registry == null) {
            throw OperatorException.usage(
                    "setting " + AvroSerdes.REGISTRY_URL + " is missing; it names the schema registry");
        }
        this.url = registry.toString();
        this.patience = settings.registryPatience();
    }

    /**
     * Registers them all.
     *
     * @throws OperatorException when the registry stays down, is no registry, or refuses a schema
     */
    public void run() {
        try (SchemaRegistryClient client = SchemaRegistryClientFactory.newClient(
                List.of(url.split(",")), Topics.ALL.size(), List.of(new AvroSchemaProvider()), config, Map.of())) {
            for (Topic<?> topic : Topics.ALL) {
                register(client, topic);
            }
        } catch (IOException e) {
            throw new OperatorException("the schema registry at " + url + " could not be closed: " + e.getMessage(), e);
        }
    }

    private void register(SchemaRegistryClient client, Topic<?> topic) {
        String subject = topic.name(prefix) + "-value";
        AvroSchema schema = new AvroSchema(SpecificData.get().getSchema(topic.type()));
        RegistryAnswer registry = new RegistryAnswer(url);
        Duration pause = FIRST_PAUSE;
        long deadline = System.nanoTime() + patience.toNanos();
        while (true) {
            try {
                client.register(subject, schema);
                return;
            } catch (IOException | RestClientException e) {
                Optional<OperatorException> fault = registry.fault("the schema of " + subject, e);
                if (fault.isPresent()) {
                    throw fault.get();
                }
                if (System.nanoTime() > deadline) {
                    throw registry.silent(e, patience.toSeconds());
                }
                LOG.warn("The schema registry at {} does not answer ({}); trying again", url, e.getMessage());
            }
            pause = rest(pause);
        }
    }

    private static Duration rest(Duration pause) {
        try {
            Thread.sleep(pause.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new OperatorException("interrupted while waiting for the schema registry", e);
        }
        Duration next = pause.multipliedBy(2);
        return next.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : next;
    }
}
