package org.tocsin.bench;

import org.tocsin.bench.gazetteer.GazetteerCommand;
import org.tocsin.bench.merge.MergeErrorsCommand;
import org.tocsin.bench.merge.MergeRestoreCommand;
import org.tocsin.bench.merge.MergeSpeedCommand;
import org.tocsin.bench.merge.ScoreMergeCommand;
import org.tocsin.bench.merge.TrainMergeCommand;
import org.tocsin.bench.merge.TrainRareWordsCommand;
import org.tocsin.bench.pipeline.PipelineCommand;
import org.tocsin.bench.pipeline.SizesCommand;
import org.tocsin.bench.role.TrainRoles;
import org.tocsin.bench.role.WordNetWords;
import org.tocsin.bench.train.TrainChoices;
import org.tocsin.bench.train.TrainPlaces;
import org.tocsin.bench.train.TrainTolls;
import org.tocsin.bench.words.WordClustersCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The commands of this module. */
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        description = "Training, accuracy and speed of the event coder.",
        subcommands = {
            ScoreCommand.class,
            ErrorsCommand.class,
            SpeedCommand.class,
            CodeCommand.class,
            TrainCommand.class,
            LeaveOutCommand.class,
            GroupsCommand.class,
            SeveralCommand.class,
            PlainSentencesCommand.class,
            TrainChoices.class,
            TrainTolls.class,
            TrainRareWordsCommand.class,
            TrainMergeCommand.class,
            ScoreMergeCommand.class,
            MergeErrorsCommand.class,
            MergeSpeedCommand.class,
            MergeRestoreCommand.class,
            GazetteerCommand.class,
            TrainRoles.class,
            WordNetWords.class,
            WordClustersCommand.class,
            TrainPlaces.class,
            PipelineCommand.class,
            SizesCommand.class
        })
public final class Bench {
    private Bench() {}

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Bench()).execute(arguments));
    }
}
