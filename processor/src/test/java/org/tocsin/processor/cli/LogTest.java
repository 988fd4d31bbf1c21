package org.tocsin.processor.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.read.ListAppender;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.tocsin.processor.PipelineApp;

class LogTest {
    private static final String WORDS = "zinnobergruen";

    private final Logger root = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
    private final Logger own = (Logger) LoggerFactory.getLogger("org.tocsin");
    private final Logger progress = (Logger) LoggerFactory.getLogger("tocsin");
    private final ListAppender<ILoggingEvent> said = new ListAppender<>();

    /** As the shipped configuration does, one level above DEBUG. */
    @BeforeEach
    void listen() {
        said.start();
        root.addAppender(said);
        own.setLevel(Level.INFO);
        progress.setLevel(Level.INFO);
    }

    @AfterEach
    void restore() {
        root.detachAppender(said);
        own.setLevel(null);
        progress.setLevel(null);
    }

    @Test
    void shouldSayHowItGetsOnAndNoWordOfAnArticle() throws Exception {
        Installation installation = Installation.with(Map.of());
        installation.publishRaw("raw", (WORDS + " is no Avro").getBytes(UTF_8));
        installation.publish(
                "{\"id\":\"a\",\"title\":\"%1$s\",\"body\":\"<b></b>\"}".formatted(WORDS),
                ("{\"id\":\"b\",\"title\":\"%1$s\",\"body\":\"Gunmen shot two officers in Mosul, Iraq, on Monday, said "
                                + "%1$s.\"}")
                        .formatted(WORDS));
        try (PipelineApp app = installation.start();
                ProgressLog log = new ProgressLog(installation.settings(), Duration.ofMillis(200))) {
            installation.publish("{\"id\":\"c\",\"body\":\"Prices rose, said %s.\"}".formatted(WORDS));
            installation.awaitProcessed();
            await().untilAsserted(
                            () -> assertThat(messages()).anyMatch(m -> m.matches("\\d+ articles in the last .*")));
            assertThat(app.fault()).isEmpty();
            assertThat(log).isNotNull();
        }

        assertThat(messages()).anyMatch(message -> message.contains("cannot be read"));
        assertThat(messages()).noneMatch(message -> message.contains(WORDS));
    }

    @Test
    void shouldWriteOneJsonObjectALineWhenAskedTo() throws Exception {
        LoggerContext context = new LoggerContext();
        context.setMDCAdapter(new LogbackMDCAdapter());
        context.putProperty("tocsin.log.format", "json");
        JoranConfigurator configurator = new JoranConfigurator();
        configurator.setContext(context);
        configurator.doConfigure(LogTest.class.getResource("/logback.xml"));
        var appender = (ConsoleAppender<ILoggingEvent>)
                context.getLogger(Logger.ROOT_LOGGER_NAME).getAppender("STDERR");
        LoggingEvent event =
                new LoggingEvent("", context.getLogger("tocsin"), Level.INFO, "{} articles", null, new Object[] {7});

        String line = new String(appender.getEncoder().encode(event), UTF_8);
        context.stop();

        assertThat(line.strip().lines()).hasSize(1);
        JsonNode json = new ObjectMapper().readTree(line);
        assertThat(json.path("level").asText()).isEqualTo("INFO");
        assertThat(json.path("loggerName").asText()).isEqualTo("tocsin");
        assertThat(json.path("formattedMessage").asText()).isEqualTo("7 articles");
    }

    @Test
    void shouldNameALogFormatThatIsNone() {
        assertThat(LogFormat.problem("xml"))
                .hasValueSatisfying(said -> assertThat(said).contains("text or json"));
        assertThat(LogFormat.problem("json")).isEmpty();
        assertThat(LogFormat.problem("text")).isEmpty();
    }

    private List<String> messages() {
        return List.copyOf(said.list).stream()
                .map(event -> event.getFormattedMessage()
                        + (event.getThrowableProxy() == null
                                ? ""
                                : ThrowableProxyUtil.asString(event.getThrowableProxy())))
                .toList();
    }
}
