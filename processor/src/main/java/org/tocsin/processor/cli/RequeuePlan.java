package org.tocsin.processor.cli;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tocsin.coder.Article;
import org.tocsin.coder.json.JsonLines;
import org.tocsin.coder.json.JsonLines.BadLine;
import org.tocsin.processor.Requeued;
import org.tocsin.schemas.DeadLetter;
import org.tocsin.schemas.Origin;

/** What putting articles back from the dead letters comes to, one decision a letter. */
final class RequeuePlan {
    private final String articlesTopic;
    private final Function<Origin, Optional<SourceRecord>> sources;
    private final boolean again;

    /**
     * A plan's rule.
     *
     * @param sources the record that a letter was written for, when it is still held
     * @param again also articles that were put back for the same cause before
     */
    RequeuePlan(String articlesTopic, Function<Origin, Optional<SourceRecord>> sources, boolean again) {
        this.articlesTopic = articlesTopic;
        this.sources = sources;
        this.again = again;
    }

    /** For one letter. */
    sealed interface Decision {
        Letter letter();

        /** The record as it was goes back. */
        @SuppressWarnings("ArrayRecordComponent") // never compared
        record PutBack(Letter letter, byte @Nullable [] key, byte[] value, Requeued mark) implements Decision {}

        /** The line is an article after all. */
        record PutBackLine(Letter letter, Article article, Requeued mark) implements Decision {}

        /** Its article goes back for another letter of the same record. */
        record SameRecord(Letter letter, Letter as) implements Decision {}

        /** It went back before. */
        record Done(Letter letter) implements Decision {}

        /** It cannot go back. */
        record Refused(Letter letter, String why) implements Decision {}
    }

    /** In the order of the letters. */
    List<Decision> of(List<Letter> letters) {
        List<Decision> decisions = new ArrayList<>();
        Map<Origin, Letter> putBack = new LinkedHashMap<>();
        for (Letter letter : letters) {
            Optional<Letter> same = letter.letter().getOrigin().map(putBack::get);
            Decision decision = letter.requeuedAt().isPresent()
                    ? new Decision.Done(letter)
                    : same.<Decision>map(as -> new Decision.SameRecord(letter, as))
                            .orElseGet(() -> decide(letter));
            if (decision instanceof Decision.PutBack) {
                letter.letter().getOrigin().ifPresent(origin -> putBack.put(origin, letter));
            }
            decisions.add(decision);
        }
        return decisions;
    }

    private Decision decide(Letter letter) {
        DeadLetter said = letter.letter();
        if (said.getFile().isPresent()) {
            return line(letter);
        }
        if (said.getOrigin().isEmpty()) {
            return refused(letter, "it names no article");
        }
        Origin origin = said.getOrigin().get();
        if (!origin.getTopic().equals(articlesTopic)) {
            return refused(
                    letter,
                    "it is of a record of the internal topic " + origin.getTopic() + "; publish its article again");
        }
        return sources.apply(origin)
                .map(source -> source(letter, source))
                .or(() -> letter.wholePayload()
                        .map(value -> new Decision.PutBack(letter, key(said), value, mark(letter))))
                .orElseGet(() -> refused(letter, "its record is no longer held; publish its article again"));
    }

    private Decision source(Letter letter, SourceRecord source) {
        if (source.newer().isPresent()) {
            return refused(
                    letter,
                    "a newer version of its article was published at offset "
                            + source.newer().get());
        }
        if (!again && source.requeued().reasons().contains(letter.letter().getReason())) {
            return refused(
                    letter,
                    "it was put back for %s before and failed again; mend that, then give --again"
                            .formatted(letter.letter().getReason()));
        }
        return new Decision.PutBack(
                letter,
                source.key(),
                source.value(),
                source.requeued().and(letter.letter().getReason()));
    }

    private static Decision line(Letter letter) {
        Optional<byte[]> bytes = letter.wholePayload();
        if (bytes.isEmpty()) {
            return refused(letter, "only the beginning of its line is kept; mend the file and publish it again");
        }
        try {
            Article article = JsonLines.article(new String(bytes.get(), StandardCharsets.UTF_8));
            return new Decision.PutBackLine(letter, article, mark(letter));
        } catch (BadLine e) {
            return refused(letter, "its line is still no article: " + e.getMessage());
        }
    }

    private static Requeued mark(Letter letter) {
        return new Requeued(List.of()).and(letter.letter().getReason());
    }

    private static byte @Nullable [] key(DeadLetter letter) {
        return letter.getKey().map(Letter::bytes).orElse(null);
    }

    private static Decision refused(Letter letter, String why) {
        return new Decision.Refused(letter, why);
    }
}
