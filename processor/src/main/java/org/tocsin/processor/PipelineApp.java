package org.tocsin.processor;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.CloseOptions.GroupMembershipOperation;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tocsin.coder.EventCoder;
import org.tocsin.processor.metrics.PipelineMetrics;

/**
 * The running pipeline. A fault that may pass (the registry or a broker out of reach) is tried again for as long as
 * {@code tocsin.registry.patience} says; then, and for any other fault, the pipeline stops, with one line that says why.
 */
public final class PipelineApp implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(PipelineApp.class);
    private static final Duration CLOSE_WITHIN = Duration.ofSeconds(20);

    private final KafkaStreams streams;
    private final String topology;
    private final PipelineMetrics metrics;
    private final Settings settings;
    private final Clock clock;
    private final CountDownLatch running = new CountDownLatch(1);
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final AtomicReference<Throwable> fault = new AtomicReference<>();
    private final AtomicReference<Instant> failingSince = new AtomicReference<>();

    private PipelineApp(Settings settings, EventCoder coder, Clock clock) {
        this.settings = settings;
        this.clock = clock;
        this.metrics = new PipelineMetrics(clock);
        var config = StreamsConfiguration.of(settings);
        config.put(DeadLetterHandler.METERS, metrics.stages());
        Topology topology = Pipeline.topology(settings, coder, metrics.stages());
        this.topology = topology.describe().toString();
        this.streams = new KafkaStreams(topology, new StreamsConfig(config), metrics.clients());
    }

    /** Starts it; topics and schemas must be there. */
    public static PipelineApp start(Settings settings, EventCoder coder, Clock clock) {
        PipelineApp app = new PipelineApp(settings, coder, clock);
        app.streams.setUncaughtExceptionHandler(app::onFault);
        app.streams.setStateListener((now, before) -> app.onState(now));
        app.metrics.bind(app.streams, settings);
        app.streams.start();
        return app;
    }

    /** True when it has been running within the time; false when it stopped or needed longer. */
    public boolean awaitRunning(Duration atMost) throws InterruptedException {
        return running.await(atMost.toMillis(), TimeUnit.MILLISECONDS)
                && streams.state().isRunningOrRebalancing();
    }

    /** Waits until it stops by itself; what stopped it, if anything did. */
    public Optional<Throwable> awaitStopped() throws InterruptedException {
        stopped.await();
        return fault();
    }

    /** What stopped it, if anything did. */
    public Optional<Throwable> fault() {
        return Optional.ofNullable(fault.get());
    }

    /** What it tells of itself. */
    public PipelineMetrics metrics() {
        return metrics;
    }

    /** Kafka Streams itself, for its state. */
    public KafkaStreams streams() {
        return streams;
    }

    /** The topology, as Kafka Streams describes it. */
    public String topology() {
        return topology;
    }

    @Override
    public void close() {
        streams.close(CloseOptions.timeout(CLOSE_WITHIN).withGroupMembershipOperation(atItsEnd()));
        metrics.close();
        stopped.countDown();
    }

    /**
     * It leaves, so that the other instances take over at once; they would else wait until the session has timed out. A
     * static member is one that comes back soon: its tasks wait for it.
     */
    private GroupMembershipOperation atItsEnd() {
        boolean isStatic = settings.kafka().keySet().stream()
                .anyMatch(key -> key.endsWith(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG));
        return isStatic ? GroupMembershipOperation.REMAIN_IN_GROUP : GroupMembershipOperation.LEAVE_GROUP;
    }

    private void onState(KafkaStreams.State now) {
        if (now == KafkaStreams.State.RUNNING) {
            failingSince.set(null);
            metrics.running(streams);
            running.countDown();
        }
        if (now == KafkaStreams.State.ERROR || now == KafkaStreams.State.NOT_RUNNING) {
            running.countDown();
            stopped.countDown();
        }
    }

    private StreamThreadExceptionResponse onFault(Throwable exception) {
        Instant since = failingSince.updateAndGet(first -> first == null ? clock.instant() : first);
        boolean patient = Duration.between(since, clock.instant()).compareTo(settings.registryPatience()) < 0;
        if (patient && RegistryFailure.mayPass(exception)) {
            LOG.warn("trying again: {}", FaultLine.of(exception));
            return StreamThreadExceptionResponse.REPLACE_THREAD;
        }
        fault.set(exception);
        LOG.error("the pipeline stops, nothing is skipped: {}", FaultLine.of(exception));
        return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
    }
}
