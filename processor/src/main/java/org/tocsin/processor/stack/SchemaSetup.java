package org.tocsin.processor.stack;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.avro.AvroSchemaProvider;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClientFactory;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
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
    private static final int SERVER_ERROR = 500;

    private final String prefix;
    private final Map<String, Object> config;
    private final String url;
    private final Duration patience;

    public SchemaSetup(Settings settings) {
        this.prefix = settings.topicPrefix();
        this.config = settings.kafka();
        Object registry = config.get(AvroSerdes.REGISTRY_URL);
        if (registry == null) {
            throw new OperatorException(
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
        Duration pause = FIRST_PAUSE;
        long deadline = System.nanoTime() + patience.toNanos();
        while (true) {
            try {
                client.register(subject, schema);
                return;
            } catch (RestClientException e) {
                if (e.getStatus() < SERVER_ERROR || System.nanoTime() > deadline) {
                    throw refused(subject, e);
                }
            } catch (JsonProcessingException e) {
                throw new OperatorException(notARegistry(), e);
            } catch (IOException e) {
                if (System.nanoTime() > deadline) {
                    throw new OperatorException(
                            "the schema registry at %s does not answer (%s) and was tried for %d s; start it, or correct %s"
                                    .formatted(url, e.getMessage(), patience.toSeconds(), AvroSerdes.REGISTRY_URL),
                            e);
                }
                LOG.warn("The schema registry at {} does not answer ({}); trying again", url, e.getMessage());
            }
            pause = rest(pause);
        }
    }

    private OperatorException refused(String subject, RestClientException e) {
        // Confluent's client gives an answer that it cannot read this code.
        boolean unreadable = e.getErrorCode() == 50005;
        return new OperatorException(
                unreadable
                        ? notARegistry()
                        : "the schema registry at %s refuses the schema of %s: %s"
                                .formatted(url, subject, e.getMessage()),
                e);
    }

    private String notARegistry() {
        return "what answers at %s is no schema registry (not JSON); %s must be the address of its Confluent-compatible API"
                .formatted(url, AvroSerdes.REGISTRY_URL);
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
