package org.tocsin.processor;

import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.tocsin.coder.EventCoder;
import org.tocsin.processor.code.CodeStage;
import org.tocsin.processor.merge.MergeStage;
import org.tocsin.processor.metrics.StageMeters;
import org.tocsin.processor.tally.TallyStage;
import org.tocsin.schemas.Article;
import org.tocsin.schemas.MergeInput;
import org.tocsin.schemas.Topics;

/**
 * The flow, from articles to alerts. This is the table of contents: each stage is a package of its own, and the rule of
 * each is a class without Kafka in it ({@code EventCoder}, {@code MergeRule}, {@code TallyRule}, {@code AlertPolicy}).
 */
public final class Pipeline {
    private Pipeline() {}

    /** The topology with these settings, its work counted by nobody. */
    public static Topology topology(Settings settings, EventCoder coder) {
        return topology(settings, coder, StageMeters.NONE);
    }

    /** The topology with these settings. */
    public static Topology topology(Settings settings, EventCoder coder, StageMeters meters) {
        StreamsBuilder builder = new StreamsBuilder(StreamsConfiguration.topology(settings));
        Inputs inputs = new Inputs(builder, settings);
        Outputs outputs = new Outputs(settings, meters);
        inputs.watchlist();

        KStream<String, Article> articles = inputs.articlesById();
        KStream<String, SpecificRecord> coded =
                articles.process(CodeStage.supplier(settings, coder, meters), Named.as(Names.CODE));
        KStream<String, SpecificRecord> merged =
                outputs.byArea(coded).process(MergeStage.supplier(settings, meters), Named.as(Names.MERGE));
        KStream<String, SpecificRecord> tallied =
                outputs.bySubject(merged).process(TallyStage.supplier(settings, meters), Named.as(Names.TALLY));

        outputs.to(coded, Names.CODE, Topics.DEAD_LETTERS);
        publish(merged, tallied, outputs);
        return builder.build();
    }

    /** Merge, tally and alert alone, from this topic of reports that are coded already: to measure and to test them. */
    public static Topology fromReports(Settings settings, String topic) {
        StreamsBuilder builder = new StreamsBuilder(StreamsConfiguration.topology(settings));
        Outputs outputs = new Outputs(settings, StageMeters.NONE);
        new Inputs(builder, settings).watchlist();

        KStream<String, MergeInput> reports = builder.stream(
                topic,
                Consumed.with(Serdes.String(), settings.serdes().values(MergeInput.class))
                        .withName(Names.REPORTS));
        KStream<String, SpecificRecord> merged =
                reports.process(MergeStage.supplier(settings, StageMeters.NONE), Named.as(Names.MERGE));
        KStream<String, SpecificRecord> tallied = outputs.bySubject(merged)
                .process(TallyStage.supplier(settings, StageMeters.NONE), Named.as(Names.TALLY));

        publish(merged, tallied, outputs);
        return builder.build();
    }

    private static void publish(
            KStream<String, SpecificRecord> merged, KStream<String, SpecificRecord> tallied, Outputs outputs) {
        outputs.to(merged, Names.MERGE, Topics.INCIDENTS);
        outputs.to(merged, Names.MERGE, Topics.DEAD_LETTERS);
        outputs.to(tallied, Names.TALLY, Topics.DAILY_COUNTS);
        outputs.to(tallied, Names.TALLY, Topics.DEAD_LETTERS);
        outputs.alertsBySubject(tallied, Names.TALLY, Topics.ALERTS);
    }
}
