package org.tocsin.coder.gate;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.tocsin.coder.model.LinearModel;
import org.tocsin.coder.model.ModelSource;
import org.tocsin.coder.role.RoleEvidence;

/**
 * Judges an article that the gate let through once more, now that it is known how surely it says who was attacked and with
 * what. A logistic regression trained on what gates that had not seen the kind of news said of it, so that its probability
 * is the article's confidence on news of other kinds, too.
 *
 * @param bias log odds when all else is zero
 * @param gate weight of the gate's log odds
 * @param target weight of {@link RoleEvidence#target}
 * @param weapon weight of {@link RoleEvidence#weapon}
 */
public record SecondReading(double bias, double gate, double target, double weapon) {
    /** The model of {@link #load}: after lines that begin with #, the four numbers of this record, one a line. */
    public static final String MODEL = "second-reading.txt";

    /** From this score on the article counts as reporting an attack: below one half, because a missed attack is lost. */
    public static final double THRESHOLD = 0.42;

    public static SecondReading load(ModelSource source) {
        try (BufferedReader in =
                new BufferedReader(new InputStreamReader(source.open(MODEL), StandardCharsets.UTF_8))) {
            List<Double> numbers = in.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(Double::valueOf)
                    .toList();
            return new SecondReading(numbers.get(0), numbers.get(1), numbers.get(2), numbers.get(3));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the model " + MODEL, e);
        }
    }

    /** What {@link #load} reads, under that header. */
    public String written(String header) {
        return String.format(Locale.ROOT, "# %s%n%.5f%n%.5f%n%.5f%n%.5f%n", header, bias, gate, target, weapon)
                .replace(System.lineSeparator(), "\n");
    }

    /** The probability, 0..1, that the article reports an attack. */
    public double score(double gateLogOdds, RoleEvidence evidence) {
        return LinearModel.logistic(
                bias + gate * gateLogOdds + target * evidence.target() + weapon * evidence.weapon());
    }
}
