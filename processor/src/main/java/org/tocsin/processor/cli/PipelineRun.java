package org.tocsin.processor.cli;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.tocsin.coder.EventCoder;
import org.tocsin.processor.FaultLine;
import org.tocsin.processor.OperatorException;
import org.tocsin.processor.PipelineApp;
import org.tocsin.processor.Settings;
import org.tocsin.processor.http.Access;
import org.tocsin.processor.http.HttpServer;
import org.tocsin.processor.stack.SchemaSetup;
import org.tocsin.processor.stack.TopicSetup;

/** The pipeline of one command: topics and schemas set up, the stages running. */
final class PipelineRun {
    private static final Duration RUNNING_WITHIN = Duration.ofMinutes(2);
    private static final Duration PROGRESS_EVERY = Duration.ofMinutes(1);

    private final PipelineApp app;
    private final HttpServer http;
    private final Settings settings;

    private PipelineRun(PipelineApp app, HttpServer http, Settings settings) {
        this.app = app;
        this.http = http;
        this.settings = settings;
    }

    /** Returns when topics and schemas are there and the pipeline is on its way to run. */
    static PipelineRun start(Settings settings, Running running) {
        Access access = Access.of(settings.http(), System.getenv());
        CompletableFuture<EventCoder> coder = CompletableFuture.supplyAsync(EventCoder::load);
        new TopicSetup(settings).run();
        new SchemaSetup(settings).run();
        PipelineApp app = running.add(PipelineApp.start(settings, coder.join(), Clock.systemUTC()));
        HttpServer http = PipelineHttp.start(settings, access, app, running);
        running.add(new ProgressLog(settings, PROGRESS_EVERY));
        return new PipelineRun(app, http, settings);
    }

    /** Returns when the pipeline runs. */
    PipelineRun awaitRunning() throws InterruptedException {
        if (!app.awaitRunning(RUNNING_WITHIN)) {
            throw app.fault()
                    .map(PipelineRun::stopped)
                    .orElseGet(() -> new OperatorException("the pipeline did not start within "
                            + RUNNING_WITHIN.toMinutes() + " minutes; its log says what it waits for"));
        }
        return this;
    }

    /** One line. */
    String describe() {
        return "topics " + settings.topicPrefix() + "*, HTTP " + http.url();
    }

    /** Throws what stopped the pipeline, if anything did. */
    void requireRunning() {
        app.fault().ifPresent(fault -> {
            throw stopped(fault);
        });
    }

    /** Waits until the pipeline ends by itself, which only a fault makes it do. */
    int awaitEnd() throws InterruptedException {
        app.awaitStopped();
        requireRunning();
        return 0;
    }

    private static OperatorException stopped(Throwable fault) {
        return new OperatorException(
                "the pipeline stopped and has skipped nothing: "
                        + FaultLine.of(fault)
                        + "; mend that and start again, it continues where it was",
                fault);
    }
}
