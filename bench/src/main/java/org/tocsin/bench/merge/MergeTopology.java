package org.tocsin.bench.merge;

import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Materialized;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.state.Stores;
import org.tocsin.processor.Names;
import org.tocsin.processor.Settings;
import org.tocsin.processor.merge.MergeStage;
import org.tocsin.processor.metrics.StageMeters;
import org.tocsin.schemas.Incident;
import org.tocsin.schemas.MergeInput;
import org.tocsin.schemas.Topic;
import org.tocsin.schemas.Topics;

/** The pipeline's merge stage alone: ready-coded reports in, incidents out, an empty watchlist beside it. */
final class MergeTopology {
    /** Where its reports come from. */
    static final String REPORTS = "bench.reports";

    private MergeTopology() {}

    static Topology of(Settings settings) {
        StreamsBuilder builder = new StreamsBuilder();
        global(builder, Topics.TARGETS, Names.TARGETS_STORE, settings);
        global(builder, Topics.ALERT_RULES, Names.RULES_STORE, settings);
        global(builder, Topics.WATCHLIST_VERSIONS, Names.VERSIONS_STORE, settings);
        KStream<String, MergeInput> reports = builder.stream(
                REPORTS,
                Consumed.with(Serdes.String(), settings.serdes().values(MergeInput.class))
                        .withName(Names.REPORTS));
        reports.process(MergeStage.supplier(settings, StageMeters.NONE), Named.as(Names.MERGE))
                .filter((key, value) -> value instanceof Incident, Named.as("incidents-only"))
                .mapValues(Incident.class::cast, Named.as("incidents"))
                .to(
                        Topics.INCIDENTS.name(settings.topicPrefix()),
                        Produced.with(Topics.INCIDENTS.keys(), Topics.INCIDENTS.values(settings.serdes()))
                                .withName("incidents-sink"));
        return builder.build();
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
