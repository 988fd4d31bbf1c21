package org.tocsin.processor.cli;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.tocsin.processor.PipelineApp;
import org.tocsin.processor.Settings;
import org.tocsin.processor.http.Access;
import org.tocsin.processor.http.HttpServer;
import org.tocsin.processor.http.Operations;
import org.tocsin.processor.http.PipelineChecks;
import org.tocsin.processor.http.Readiness;

/** The HTTP server beside a running pipeline. */
final class PipelineHttp {
    private static final Duration BROKER_ANSWERS_WITHIN = Duration.ofSeconds(10);

    private PipelineHttp() {}

    static HttpServer start(Settings settings, Access access, PipelineApp app, Running running) {
        PipelineLag lag = running.add(new PipelineLag(impatient(settings)));
        Readiness readiness = running.add(Readiness.of(
                PipelineChecks.of(settings, app.streams(), () -> lag.look().behind())));
        Operations operations = new Operations(() -> app.fault().isEmpty(), readiness, () -> "", app::topology);
        return running.add(HttpServer.start(settings.http(), access, Clock.systemUTC(), List.of(operations::routes)));
    }

    /** A probe must not wait for a broker as long as work may. */
    private static Settings impatient(Settings settings) {
        Map<String, Object> kafka = new HashMap<>(settings.kafka());
        kafka.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, Long.toString(BROKER_ANSWERS_WITHIN.toMillis()));
        kafka.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, Long.toString(BROKER_ANSWERS_WITHIN.toMillis()));
        return settings.withKafka(kafka);
    }
}
