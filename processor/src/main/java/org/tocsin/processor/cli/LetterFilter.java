package org.tocsin.processor.cli;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.tocsin.schemas.DeadLetterReason;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;

/** Which dead letters are meant: those that all given options fit; without any, all. */
final class LetterFilter implements Predicate<Letter> {
    @Option(
            names = "--cause",
            paramLabel = "CAUSE",
            description = "Of this cause: ${COMPLETION-CANDIDATES}; may be given several times.")
    private List<DeadLetterReason> causes = List.of();

    @Option(
            names = "--since",
            paramLabel = "TIME",
            converter = Since.class,
            description = "Written since a day (2020-09-29, UTC) or an instant (2020-09-29T06:30:00Z).")
    private @Nullable Instant since;

    @Option(names = "--topic", paramLabel = "TOPIC", description = "Of records of this topic.")
    private @Nullable String topic;

    @Option(names = "--article", paramLabel = "ID", description = "Of this article.")
    private @Nullable String article;

    @Parameters(arity = "0..*", paramLabel = "LETTER", description = "These letters, by their ids as list prints them.")
    private List<String> ids = List.of();

    @Override
    public boolean test(Letter letter) {
        return (ids.isEmpty() || ids.contains(letter.id()))
                && (causes.isEmpty() || causes.contains(letter.letter().getReason()))
                && (since == null || !letter.at().isBefore(since))
                && fits(topic, letter.letter().getOrigin().map(origin -> origin.getTopic()))
                && fits(article, letter.letter().getArticleId());
    }

    private static boolean fits(@Nullable String wanted, Optional<String> found) {
        return wanted == null || found.filter(wanted::equals).isPresent();
    }

    /** A day or an instant. */
    static final class Since implements ITypeConverter<Instant> {
        @Override
        public Instant convert(String text) {
            try {
                return text.contains("T")
                        ? Instant.parse(text)
                        : LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
            } catch (DateTimeParseException e) {
                throw new TypeConversionException(
                        "a day like 2020-09-29 or an instant like 2020-09-29T06:30:00Z is accepted, not " + text);
            }
        }
    }
}
