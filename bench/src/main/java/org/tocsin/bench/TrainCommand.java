package org.tocsin.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.tocsin.coder.gate.Gate;
import org.tocsin.coder.incident.AttackFinder;
import org.tocsin.coder.incident.TriggerReader;
import org.tocsin.coder.model.LinearModel;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Trains the models of detection and grouping again, bit for bit the same from the same data. */
@Command(
        name = "train",
        description = "Train what finds attacks and tells them apart from the train parts of the annotated sets.")
final class TrainCommand implements Callable<Integer> {
    @Option(names = "--data", required = true, description = "Folder with one folder per annotated set.")
    private Path data = Path.of(".");

    @Option(names = "--out", description = "Where the models go; ${DEFAULT-VALUE} by default.")
    private Path out = Path.of("coder/src/main/resources/org/tocsin/coder/model");

    @Option(
            names = "--without",
            split = ",",
            description = "Sets to leave out, as in muc4: to measure on what was not seen.")
    private Set<String> without = Set.of();

    @Override
    public Integer call() throws IOException {
        List<TrainingArticle> articles = TrainingArticle.all(data, without);
        String header = "weights of hashed features, trained by `bench train`"
                + (without.isEmpty()
                        ? ""
                        : " without "
                                + String.join(", ", without.stream().sorted().toList()));
        GateTraining.Models models = new GateTraining(articles).train(header, Set.of());
        Files.createDirectories(out);
        write(models.trigger(), TriggerReader.MODEL);
        write(models.gate(), Gate.MODEL);
        write(models.grouping(), AttackFinder.MODEL);
        return 0;
    }

    private void write(LinearModel model, String name) throws IOException {
        try (OutputStream file = Files.newOutputStream(out.resolve(name))) {
            model.write(file);
        }
        System.err.println(out.resolve(name) + ": " + Files.size(out.resolve(name)) + " bytes");
    }
}
