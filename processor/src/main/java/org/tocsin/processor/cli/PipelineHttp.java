package org.tocsin.processor.cli;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.streams.StreamsConfig;
import org.tocsin.processor.OperatorException;
import org.tocsin.processor.PipelineApp;
import org.tocsin.processor.Settings;
import org.tocsin.processor.StreamsConfiguration;
import org.tocsin.processor.http.Access;
import org.tocsin.processor.http.EventStream;
import org.tocsin.processor.http.HttpServer;
import org.tocsin.processor.http.Operations;
import org.tocsin.processor.http.PipelineChecks;
import org.tocsin.processor.http.ReadApi;
import org.tocsin.processor.http.Readiness;
import org.tocsin.processor.view.View;

/** The HTTP server beside a running pipeline. */
final class PipelineHttp {
    /** A look at the lag that is older says that the broker no longer answers. */
    private static final Duration OLD_AFTER = Duration.ofSeconds(30);

    private PipelineHttp() {}

    static HttpServer start(Settings settings, Access access, PipelineApp app, Running running) {
        Clock clock = Clock.systemUTC();
        View view = running.add(View.start(settings, directory(settings)));
        Admin kafka = running.add(Admin.create(settings.kafka()));
        Readiness readiness = running.add(Readiness.of(PipelineChecks.of(
                settings, app.streams(), kafka, () -> behind(app, clock.instant()), view::isCaughtUp)));
        Operations operations =
                new Operations(() -> app.fault().isEmpty(), readiness, app.metrics()::scrape, app::topology);
        EventStream stream = new EventStream(view, settings.http().streams());
        return running.add(
                HttpServer.start(settings.http(), access, clock, List.of(operations, new ReadApi(view), stream)));
    }

    /** Beside the state of the pipeline, and of no other application's. */
    private static Path directory(Settings settings) {
        StreamsConfig config = new StreamsConfig(StreamsConfiguration.of(settings));
        return Path.of(
                config.getString(StreamsConfig.STATE_DIR_CONFIG),
                config.getString(StreamsConfig.APPLICATION_ID_CONFIG) + "-view");
    }

    private static long behind(PipelineApp app, Instant now) {
        return app.metrics()
                .lastLook()
                .filter(look -> Duration.between(look.at(), now).compareTo(OLD_AFTER) < 0)
                .orElseThrow(() -> new OperatorException("Kafka does not say how far the pipeline has read"))
                .behind();
    }
}
