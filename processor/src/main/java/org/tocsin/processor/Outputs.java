package org.tocsin.processor;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Utils;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.kstream.Repartitioned;
import org.apache.kafka.streams.processor.StreamPartitioner;
import org.tocsin.processor.metrics.StageMeters;
import org.tocsin.processor.tally.SubjectKeys;
import org.tocsin.schemas.Alert;
import org.tocsin.schemas.MergeInput;
import org.tocsin.schemas.TallyInput;
import org.tocsin.schemas.TimeMark;
import org.tocsin.schemas.Topic;

/** Where the stages' outputs go: each stage forwards records of several types, and each type has one way. */
final class Outputs {
    private final Settings settings;
    private final StageMeters meters;

    Outputs(Settings settings, StageMeters meters) {
        this.settings = settings;
        this.meters = meters;
    }

    /** Writes a stage's records of the topic's type to the topic. */
    <T extends SpecificRecord> void to(KStream<String, SpecificRecord> stage, String name, Topic<T> topic) {
        of(stage, name + "-to-" + topic.name(), topic.type())
                .to(
                        topic.name(settings.topicPrefix()),
                        Produced.with(topic.keys(), topic.values(settings.serdes()))
                                .withName(name + "-" + topic.name() + "-sink"));
    }

    /** Writes alerts to their topic, partitioned by subject so that an alert and its count are in step. */
    void alertsBySubject(KStream<String, SpecificRecord> stage, String name, Topic<Alert> topic) {
        StreamPartitioner<String, Alert> bySubject =
                (t, key, alert, n) -> Optional.of(Set.of(partition(SubjectKeys.subjectKey(alert.getSubject()), n)));
        of(stage, name + "-to-" + topic.name(), topic.type())
                .to(
                        topic.name(settings.topicPrefix()),
                        Produced.with(topic.keys(), topic.values(settings.serdes()))
                                .withStreamPartitioner(bySubject)
                                .withName(name + "-" + topic.name() + "-sink"));
    }

    /** Code's reports by merge area, its time marks to every merge task. */
    KStream<String, MergeInput> byArea(KStream<String, SpecificRecord> stage) {
        KStream<String, MergeInput> inputs = of(stage, Names.CODE + "-to-merge", MergeInput.class);
        return inputs.repartition(Repartitioned.<String, MergeInput>as(Names.REPORTS)
                .withKeySerde(Serdes.String())
                .withValueSerde(settings.serdes().values(MergeInput.class))
                .withNumberOfPartitions(settings.reportPartitions())
                .withStreamPartitioner(orAll(MergeInput::getMark)));
    }

    /** Merge's contributions by subject, its time marks to every tally task. */
    KStream<String, TallyInput> bySubject(KStream<String, SpecificRecord> stage) {
        KStream<String, TallyInput> inputs = of(stage, Names.MERGE + "-to-tally", TallyInput.class);
        return inputs.repartition(Repartitioned.<String, TallyInput>as(Names.CONTRIBUTIONS)
                .withKeySerde(Serdes.String())
                .withValueSerde(settings.serdes().values(TallyInput.class))
                .withNumberOfPartitions(settings.subjectPartitions())
                .withStreamPartitioner(orAll(TallyInput::getMark)));
    }

    /** By key, but a time mark to all partitions. */
    private static <V> StreamPartitioner<String, V> orAll(Function<V, Optional<TimeMark>> mark) {
        return (topic, key, value, partitions) -> {
            if (mark.apply(value).isEmpty()) {
                return Optional.of(Set.of(partition(key, partitions)));
            }
            Set<Integer> all = new HashSet<>();
            for (int i = 0; i < partitions; i++) {
                all.add(i);
            }
            return Optional.of(all);
        };
    }

    private static int partition(String key, int partitions) {
        byte[] bytes = key.getBytes(java.nio.charset.StandardCharsets.UTF_8);
        return Utils.toPositive(Utils.murmur2(bytes)) % partitions;
    }

    private <T extends SpecificRecord> KStream<String, T> of(
            KStream<String, SpecificRecord> stage, String name, Class<T> type) {
        return stage.filter((key, value) -> type.isInstance(value), Named.as(name + "-filter"))
                .mapValues(
                        value -> {
                            meters.written(value);
                            return type.cast(value);
                        },
                        Named.as(name));
    }
}
