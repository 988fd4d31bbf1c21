package org.tocsin.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.BiPredicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.tocsin.coder.Article;
import org.tocsin.coder.CodedIncident;
import org.tocsin.coder.DateRange;
import org.tocsin.coder.EventCoder;
import org.tocsin.coder.Verdict;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The plainest reports of every kind with names of every region: what any reader gets right at once. */
@Command(
        name = "plain-sentences",
        description = "Code plain invented reports, each with six fills of names, and count the right answers.")
final class PlainSentencesCommand implements Callable<Integer> {
    private static final Pattern CAPITAL_DUE = Pattern.compile("(^|[.!?] )(\\p{Ll})");

    private static final int YES_NO = 0;
    private static final int TITLE = 1;
    private static final int BODY = 2;

    /**
     * What the first column of a template asks of the answer.
     *
     * @param ofFound only articles that are flagged count
     */
    private record Ability(String name, String file, boolean ofFound, BiPredicate<String, List<CodedIncident>> right) {}

    private static final List<Ability> ABILITIES = List.of(
            new Ability("attacks", "attacks", false, (asked, found) -> !found.isEmpty()),
            new Ability("types", "attacks", true, (asked, found) -> List.of(asked.split(";", -1))
                    .contains(found.get(0).attackType().name())),
            new Ability("none", "none", false, (asked, found) -> found.isEmpty()),
            new Ability("stages", "stages", false, PlainSentencesCommand::isStage),
            new Ability("incidents", "incidents", false, (asked, found) -> found.size() == Integer.parseInt(asked)));

    @Parameters(
            index = "0",
            defaultValue = "bench/plain-sentences",
            description = "Folder of templates; ${DEFAULT-VALUE}.")
    private Path folder = Path.of(".");

    @Option(names = "--failures", description = "Print each wrong answer.")
    private boolean failures;

    private final EventCoder coder = EventCoder.load();

    @Override
    public Integer call() throws IOException {
        List<String[]> fills = rows("fills");
        for (Ability ability : ABILITIES) {
            int right = 0;
            int all = 0;
            for (String[] template : rows(ability.file())) {
                for (String[] fill : fills) {
                    List<CodedIncident> found = code(template, fill, "");
                    if (!ability.ofFound() || !found.isEmpty()) {
                        boolean isRight = ability.right().test(template[0], found);
                        all++;
                        right += isRight ? 1 : 0;
                        print(isRight, ability.name(), template, fill[0]);
                    }
                }
            }
            System.out.printf(Locale.ROOT, "%-10s %4d of %4d%n", ability.name(), right, all);
        }
        doers(fills);
        tolls(fills);
        return 0;
    }

    /** The killed, the injured and the day of each report; one that is not flagged has none of them right. */
    private void tolls(List<String[]> fills) throws IOException {
        Map<String, int[]> right = new LinkedHashMap<>();
        for (String[] template : rows("tolls")) {
            PlainToll asked = PlainToll.parse(template[0]);
            for (String[] fill : fills) {
                Optional<CodedIncident> found =
                        code(template, fill, "").stream().findFirst();
                Map<String, Boolean> answers = new LinkedHashMap<>();
                if (PlainToll.isAsked(asked.killed())) {
                    answers.put(
                            "killed",
                            found.filter(f -> PlainToll.isRight(asked.killed(), f.killed()))
                                    .isPresent());
                }
                if (PlainToll.isAsked(asked.injured())) {
                    answers.put(
                            "injured",
                            found.filter(f -> PlainToll.isRight(asked.injured(), f.injured()))
                                    .isPresent());
                }
                DateRange days = asked.days(LocalDate.parse(fill[5]), fill[6]);
                answers.put(
                        "day", found.filter(f -> days.equals(f.attackDate())).isPresent());
                answers.forEach((ability, isRight) -> {
                    int[] counts = right.computeIfAbsent(ability, name -> new int[2]);
                    counts[0] += isRight ? 1 : 0;
                    counts[1]++;
                    print(isRight, ability, template, fill[0]);
                });
            }
        }
        right.forEach((ability, counts) ->
                System.out.printf(Locale.ROOT, "%-10s %4d of %4d%n", ability, counts[0], counts[1]));
    }

    /** Each group in each sentence; the fill of the other slots goes round. */
    private void doers(List<String[]> fills) throws IOException {
        int[] right = new int[2];
        int[] all = new int[2];
        int turn = 0;
        for (String[] template : rows("doers")) {
            int named = template[YES_NO].equals("yes") ? 1 : 0;
            for (String[] group : rows("groups")) {
                boolean found = code(template, fills.get(turn++ % fills.size()), group[0]).stream()
                        .flatMap(incident -> incident.perpetrators().stream())
                        .anyMatch(doer -> isNamed(group[0], doer.text()));
                all[named]++;
                right[named] += found == (named == 1) ? 1 : 0;
                print(found == (named == 1), "doers", template, group[0]);
            }
        }
        System.out.printf(Locale.ROOT, "%-10s %4d of %4d%n", "doers", right[1], all[1]);
        System.out.printf(Locale.ROOT, "%-10s %4d of %4d%n", "bystanders", right[0], all[0]);
    }

    /** In full, or by a beginning of more than one word: "Movement for Justice" of "the Movement for Justice in Darfur". */
    private static boolean isNamed(String group, String doer) {
        String bare = group.startsWith("the ") ? group.substring("the ".length()) : group;
        return doer.contains(bare) || (doer.contains(" ") && bare.startsWith(doer));
    }

    private static boolean isStage(String asked, List<CodedIncident> found) {
        return asked.equals("NONE")
                ? found.isEmpty()
                : !found.isEmpty() && found.get(0).stage().name().equals(asked);
    }

    private void print(boolean isRight, String ability, String[] template, String name) {
        if (failures && !isRight) {
            System.out.printf("%s\t%s\t%s\t%s\t%s%n", ability, name, template[0], template[TITLE], template[BODY]);
        }
    }

    private List<CodedIncident> code(String[] template, String[] fill, String group) {
        LocalDate published = LocalDate.parse(fill[5]);
        String title = filled(template[TITLE], fill, group);
        String body = filled(template[BODY], fill, group);
        Verdict verdict = coder.code(new Article("plain", null, null, title, body, "en", null, published));
        return verdict instanceof Verdict.Incidents reported ? reported.incidents() : List.of();
    }

    private static String filled(String text, String[] fill, String group) {
        String filled = text.replace("{T}", fill[0])
                .replace("{V}", fill[1])
                .replace("{C}", fill[2])
                .replace("{G}", fill[3])
                .replace("{P}", fill[4])
                .replace("{D}", fill[6])
                .replace("{N}", fill[7])
                .replace("{O}", group);
        return CAPITAL_DUE
                .matcher(filled)
                .replaceAll(match -> match.group(1) + match.group(2).toUpperCase(Locale.ROOT));
    }

    private List<String[]> rows(String file) throws IOException {
        List<String[]> rows = new ArrayList<>();
        try (Stream<String> lines = Files.lines(folder.resolve(file + ".tsv"))) {
            lines.filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split("\t", -1))
                    .forEach(rows::add);
        }
        return rows;
    }
}
