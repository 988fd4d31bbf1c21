package org.tocsin.processor.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.tocsin.processor.Settings;
import org.tocsin.processor.cli.RequeuePlan.Decision;
import org.tocsin.schemas.DeadLetter;
import org.tocsin.schemas.DeadLetterReason;
import org.tocsin.schemas.RecordJson;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What could not be processed: see it, and put it back. */
@Command(
        name = "dead-letters",
        mixinStandardHelpOptions = true,
        description = "Lists what could not be processed, shows why, and puts articles back.",
        footer = {"", "Example:", "  ./tocsin dead-letters requeue --cause FAILED --since 2024-03-12"})
final class DeadLettersCommand {
    private final Console console;

    DeadLettersCommand(Console console) {
        this.console = console;
    }

    @Command(
            name = "list",
            mixinStandardHelpOptions = true,
            description = "One line a letter, the oldest first, then how many of each cause.",
            footer = {"", "Example:", "  ./tocsin dead-letters list --cause UNREADABLE"})
    int list(
            @Mixin Connection connection,
            @Mixin LetterFilter filter,
            @Option(names = "--json", description = "JSON Lines, also on a terminal.") boolean json) {
        List<Letter> letters = letters(connection.settings(), filter);
        letters.forEach(letter -> console.print(isJson(json) ? json(letter).toString() : line(letter)));
        Map<DeadLetterReason, Long> counts = letters.stream()
                .collect(Collectors.groupingBy(
                        letter -> letter.letter().getReason(), TreeMap::new, Collectors.counting()));
        String byCause = counts.entrySet().stream()
                .map(c -> c.getValue() + " " + c.getKey())
                .collect(Collectors.joining(", "));
        console.say(letters.size() + " dead letters" + (letters.isEmpty() ? "" : ": " + byCause));
        return 0;
    }

    @Command(
            name = "show",
            mixinStandardHelpOptions = true,
            description = "All that is known of letters: origin, cause, and the payload as far as it can be read.",
            footer = {"", "Example:", "  ./tocsin dead-letters show 0-17"})
    int show(
            @Mixin Connection connection,
            @Mixin LetterFilter filter,
            @Option(names = "--json", description = "JSON Lines, also on a terminal.") boolean json) {
        Settings settings = connection.settings();
        PayloadText payloads = new PayloadText(settings);
        List<Letter> letters = letters(settings, filter);
        for (Letter letter : letters) {
            String payload = payloads.of(letter);
            console.print(isJson(json) ? json(letter).put("payload", payload).toString() : whole(letter, payload));
        }
        if (letters.isEmpty()) {
            console.say("there is no such dead letter");
        }
        return letters.isEmpty() ? 1 : 0;
    }

    @Command(
            name = "requeue",
            mixinStandardHelpOptions = true,
            description = {
                "Publishes the articles of dead letters again, each once however often it is called.",
                "Refuses an article that failed again for the same cause, and one that has a newer version.",
                "Exit code 1 when any is refused."
            },
            footer = {"", "Example:", "  ./tocsin dead-letters requeue --cause FAILED"})
    int requeue(
            @Mixin Connection connection,
            @Mixin LetterFilter filter,
            @Option(names = "--again", description = "Also those that failed again for the same cause.") boolean again,
            @Option(names = "--dry-run", description = "Only say what would be done.") boolean dryRun) {
        try (Requeue requeue = new Requeue(connection.settings(), console)) {
            List<Decision> plan = requeue.plan(filter, again);
            for (Decision decision : plan) {
                if (!dryRun) {
                    requeue.carryOut(decision);
                }
                console.print(decision.letter().id() + "  " + outcome(decision));
            }
            long refused = count(plan, Decision.Refused.class);
            long published = count(plan, Decision.PutBack.class) + count(plan, Decision.PutBackLine.class);
            console.say("%d articles %s, %d letters refused, %d were put back before"
                    .formatted(
                            published,
                            dryRun ? "would be published" : "published",
                            refused,
                            count(plan, Decision.Done.class)));
            return refused == 0 ? 0 : 1;
        }
    }

    private List<Letter> letters(Settings settings, LetterFilter filter) {
        return LetterBox.read(settings, console).stream().filter(filter).toList();
    }

    private static long count(List<Decision> plan, Class<? extends Decision> kind) {
        return plan.stream().filter(kind::isInstance).count();
    }

    private static String outcome(Decision decision) {
        if (decision instanceof Decision.Refused refused) {
            return "refused: " + refused.why();
        } else if (decision instanceof Decision.SameRecord same) {
            return "put back with letter " + same.as().id();
        } else if (decision instanceof Decision.Done done) {
            return "was put back at " + done.letter().requeuedAt().orElseThrow();
        }
        return "put back";
    }

    private boolean isJson(boolean json) {
        return json || !console.outIsTerminal();
    }

    private static String line(Letter letter) {
        DeadLetter said = letter.letter();
        return "%s  %s  %s in %s  %s  %s  %s%s"
                .formatted(
                        letter.id(),
                        letter.at(),
                        said.getReason(),
                        said.getStage(),
                        letter.origin(),
                        said.getArticleId().orElse("-"),
                        said.getMessage().lines().findFirst().orElse(""),
                        letter.requeuedAt()
                                .map(at -> "  [put back at " + at + "]")
                                .orElse(""));
    }

    private static String whole(Letter letter, String payload) {
        DeadLetter said = letter.letter();
        return String.join(
                System.lineSeparator(),
                "letter    " + letter.id() + ", written at " + letter.at(),
                "cause     " + said.getReason() + " in " + said.getStage(),
                "message   " + said.getMessage().strip(),
                "article   " + said.getArticleId().orElse("unknown"),
                "origin    " + letter.origin(),
                "attempts  " + said.getAttempts(),
                "put back  " + letter.requeuedAt().map(Object::toString).orElse("no"),
                "payload   " + payload);
    }

    private static ObjectNode json(Letter letter) {
        ObjectNode json = RecordJson.object(letter.letter());
        json.remove("payload");
        json.put("letter", letter.id());
        json.put("at", letter.at().toString());
        json.put("requeuedAt", letter.requeuedAt().map(Object::toString).orElse(null));
        return json;
    }
}
