package org.tocsin.processor;

import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.kstream.KStream;
import org.tocsin.processor.metrics.StageMeters;
import org.tocsin.schemas.Topics;

/** Lets tests of one stage use the pipeline's own inputs and outputs. */
public final class PipelineTestAccess {
    private PipelineTestAccess() {}

    public static void watchlist(StreamsBuilder builder, Settings settings) {
        new Inputs(builder, settings).watchlist();
    }

    public static void tallyOutputs(KStream<String, SpecificRecord> tallied, Settings settings) {
        Outputs outputs = new Outputs(settings, StageMeters.NONE);
        outputs.to(tallied, Names.TALLY, Topics.DAILY_COUNTS);
        outputs.to(tallied, Names.TALLY, Topics.DEAD_LETTERS);
        outputs.alertsBySubject(tallied, Names.TALLY, Topics.ALERTS);
    }
}
