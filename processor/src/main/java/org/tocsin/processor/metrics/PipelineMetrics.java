package org.tocsin.processor.metrics;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.jvm.JvmHeapPressureMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.kafka.KafkaStreamsMetrics;
import io.micrometer.core.instrument.binder.system.DiskSpaceMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.prometheus.metrics.instrumentation.jvm.ProcessMetrics;
import java.io.File;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.apache.kafka.streams.KafkaClientSupplier;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.jspecify.annotations.Nullable;
import org.tocsin.processor.Settings;
import org.tocsin.processor.StreamsConfiguration;

/**
 * All that a running pipeline tells of itself, as Prometheus reads it. {@code docs/metrics.md} says what each metric
 * means. Made before the pipeline, for its stages count into it; started once it runs.
 */
public final class PipelineMetrics implements AutoCloseable {
    private static final Duration SAMPLE_EVERY = Duration.ofSeconds(5);

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final CommittedWork work = new CommittedWork();
    private final TaskReadings tasks = new TaskReadings();
    private final Clock clock;
    private final StageCounts stages;
    private final Restoring restoring;
    private final JvmHeapPressureMetrics heap = new JvmHeapPressureMetrics();
    private @Nullable Sampler sampler;
    private @Nullable KafkaStreamsMetrics kafka;

    public PipelineMetrics(Clock clock) {
        this.clock = clock;
        registry.config().meterFilter(KafkaMeters.filter());
        stages = new StageCounts(registry, work, tasks, clock);
        restoring = new Restoring(clock);
    }

    /** What the stages count into. */
    public StageMeters stages() {
        return stages;
    }

    /** The clients that the pipeline must run with, for work counts when it is committed. */
    public KafkaClientSupplier clients() {
        return new CommittingClients(work);
    }

    /** Before the pipeline starts. */
    public void bind(KafkaStreams streams, Settings settings) {
        streams.setGlobalStateRestoreListener(restoring);
        for (KafkaStreams.State state : KafkaStreams.State.values()) {
            Gauge.builder("tocsin.pipeline.state", streams, s -> s.state() == state ? 1 : 0)
                    .tag("state", state.name())
                    .register(registry);
        }
        Gauge.builder("tocsin.restore.records", restoring, Restoring::recordsLeft)
                .register(registry);
        FunctionCounter.builder("tocsin.restored.records", restoring, Restoring::recordsRestored)
                .register(registry);
        Gauge.builder("tocsin.restore.running.seconds", restoring, r -> r.runningFor()
                        .toSeconds())
                .register(registry);
        process(settings);
        sampler = new Sampler(
                registry, clock, new LagReader(settings, clock), tasks, () -> StoreSizes.of(streams.metrics()));
        sampler.start(SAMPLE_EVERY);
    }

    /** Once the pipeline has its tasks: Kafka's own metrics are those that are there then, and looked for once a minute. */
    public void running(KafkaStreams streams) {
        if (kafka == null) {
            kafka = new KafkaStreamsMetrics(streams);
            kafka.bindTo(registry);
        }
    }

    /** All metrics in Prometheus' text format. Asks nobody, so it takes milliseconds. */
    public String scrape() {
        return registry.scrape();
    }

    /** For what else is to be measured in this process. */
    public MeterRegistry registry() {
        return registry;
    }

    /** How far the pipeline was behind when Kafka last said so, a few seconds ago; empty until it has. */
    public Optional<LagLook> lastLook() {
        return sampler == null ? Optional.empty() : sampler.lastLook();
    }

    @Override
    public void close() {
        if (sampler != null) {
            sampler.close();
        }
        if (kafka != null) {
            kafka.close();
        }
        heap.close();
        registry.close();
    }

    private void process(Settings settings) {
        String state = StreamsConfiguration.of(settings)
                .getProperty(StreamsConfig.STATE_DIR_CONFIG, System.getProperty("java.io.tmpdir"));
        new DiskSpaceMetrics(new File(state), Tags.empty()).bindTo(registry);
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        heap.bindTo(registry);
        ProcessMetrics.builder().register(registry.getPrometheusRegistry());
    }
}
