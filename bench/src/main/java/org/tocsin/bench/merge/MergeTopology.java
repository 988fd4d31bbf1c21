package org.tocsin.bench.merge;

import java.util.HashSet;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Materialized;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.tocsin.processor.Names;
import org.tocsin.processor.Settings;
import org.tocsin.processor.merge.MergeStage;
import org.tocsin.schemas.Incident;
import org.tocsin.schemas.MergeInput;
import org.tocsin.schemas.Topic;
import org.tocsin.schemas.Topics;

/** The pipeline's merge stage alone: ready-coded reports in, incidents out, an empty watchlist beside it. */
final class MergeTopology {
    /** Where its reports come from. */
    static final String REPORTS = "bench.reports";

    private MergeTopology() {}

    static Topology of(Settings settings, boolean changelogs) {
        StreamsBuilder builder = new StreamsBuilder();
        global(builder, Topics.TARGETS, Names.TARGETS_STORE, settings);
        global(builder, Topics.ALERT_RULES, Names.RULES_STORE, settings);
        global(builder, Topics.WATCHLIST_VERSIONS, Names.VERSIONS_STORE, settings);
        KStream<String, MergeInput> reports = builder.stream(
                REPORTS,
                Consumed.with(Serdes.String(), settings.serdes().values(MergeInput.class))
                        .withName(Names.REPORTS));
        reports.process(stage(settings, changelogs), Named.as(Names.MERGE))
                .filter((key, value) -> value instanceof Incident, Named.as("incidents-only"))
                .mapValues(value -> (Incident) value, Named.as("incidents"))
                .to(
                        Topics.INCIDENTS.name(settings.topicPrefix()),
                        Produced.with(Topics.INCIDENTS.keys(), Topics.INCIDENTS.values(settings.serdes()))
                                .withName("incidents-sink"));
        return builder.build();
    }

    private static ProcessorSupplier<String, MergeInput, String, SpecificRecord> stage(
            Settings settings, boolean changelogs) {
        ProcessorSupplier<String, MergeInput, String, SpecificRecord> supplier = MergeStage.supplier(settings);
        return new ProcessorSupplier<>() {
            @Override
            public Processor<String, MergeInput, String, SpecificRecord> get() {
                return supplier.get();
            }

            @Override
            public Set<StoreBuilder<?>> stores() {
                Set<StoreBuilder<?>> stores = new HashSet<>();
                for (StoreBuilder<?> store : supplier.stores()) {
                    stores.add(changelogs ? store : store.withLoggingDisabled());
                }
                return stores;
            }
        };
    }

    private static <T extends SpecificRecord> void global(
            StreamsBuilder builder, Topic<T> topic, String store, Settings settings) {
        builder.globalTable(
                topic.name(settings.topicPrefix()),
                Consumed.with(Serdes.String(), topic.values(settings.serdes())).withName(topic.name() + "-source"),
                Materialized.<String, T>as(Stores.persistentKeyValueStore(store))
                        .withKeySerde(Serdes.String())
                        .withValueSerde(topic.values(settings.serdes())));
    }
}
