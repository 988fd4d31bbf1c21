package org.tocsin.processor.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.serialization.Serde;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tocsin.processor.OperatorException;
import org.tocsin.processor.Settings;
import org.tocsin.processor.security.Certificates;
import org.tocsin.processor.stack.SchemaSetup;
import org.tocsin.schemas.Article;
import org.tocsin.schemas.Topics;

/** The real registry behind TLS and a password, reached by settings alone. */
class SecureRegistryTest {
    private static final String PASSWORD = "registry-password-1193";

    @TempDir
    private static Path directory;

    @Test
    void shouldReachTheRegistryByTlsWithAPasswordAndOnlyThen() throws Exception {
        Certificates certificates = Certificates.in(directory);
        try (RegistryProxy registry = RegistryProxy.secured(certificates, "tocsin", PASSWORD)) {
            Map<String, Object> client = new HashMap<>();
            certificates.client().forEach((key, value) -> client.put("schema.registry." + key, value));
            client.put("schema.registry.url", registry.url());
            client.put("tocsin.topic.prefix", "secure.");
            client.put("tocsin.registry.patience", "1s");
            client.put("basic.auth.credentials.source", "USER_INFO");

            client.put("basic.auth.user.info", "tocsin:" + PASSWORD);
            Settings right = Settings.of(client);
            new SchemaSetup(right).run();
            assertThat(roundTrip(right).getBody()).isEqualTo("text");

            client.put("basic.auth.user.info", "tocsin:another-password-2210");
            assertThatThrownBy(() -> new SchemaSetup(Settings.of(client)).run())
                    .isInstanceOf(OperatorException.class)
                    .hasMessageContaining(registry.url())
                    .hasMessageNotContaining("2210");

            client.put("basic.auth.user.info", "tocsin:" + PASSWORD);
            client.keySet().removeIf(key -> key.startsWith("schema.registry.ssl."));
            assertThatThrownBy(() -> new SchemaSetup(Settings.of(client)).run())
                    .isInstanceOf(OperatorException.class)
                    .hasMessageContaining("certificat");
        }
    }

    private static Article roundTrip(Settings settings) {
        Article article = Article.newBuilder()
                .setId("one")
                .setBody("text")
                .setPublishedOn(LocalDate.of(2024, 3, 12))
                .build();
        String topic = Topics.ARTICLES.name(settings.topicPrefix());
        try (Serde<Article> serde = Topics.ARTICLES.values(settings.serdes())) {
            return serde.deserializer().deserialize(topic, serde.serializer().serialize(topic, article));
        }
    }
}
