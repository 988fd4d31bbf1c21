package org.tocsin.processor.watchlist;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;
import org.tocsin.processor.watchlist.YamlReader.Problem;
import org.tocsin.schemas.AlertRule;
import org.tocsin.schemas.AttackType;
import org.tocsin.schemas.AvroSerdes;
import org.tocsin.schemas.CountBasis;
import org.tocsin.schemas.Level;
import org.tocsin.schemas.RuleKind;
import org.tocsin.schemas.RuleMatch;
import org.tocsin.schemas.Stage;
import org.tocsin.schemas.SubjectKind;
import org.tocsin.schemas.SurgeSettings;
import org.tocsin.schemas.Target;
import org.tocsin.schemas.TargetType;
import org.tocsin.schemas.Within;

/**
 * A watchlist as people write it, in YAML: {@code groups}, {@code targets} and {@code rules}. Groups may belong to
 * groups. Every mistake is named with its line and column.
 */
public final class WatchlistFile {
    static {
        // A rule's builder looks up its defaults' classes, which Avro must trust by then.
        AvroSerdes.trustOwnRecords();
    }

    private static final String ID = "[A-Za-z0-9][A-Za-z0-9._@-]{0,99}";
    /** Of four weeks of counts nothing rarer can be told, and an expectation of nothing makes no probability. */
    private static final String LEAST_OF_SURGE = "0.000001";

    private final List<Problem> problems = new ArrayList<>();
    private final Map<String, List<String>> groups = new LinkedHashMap<>();
    private final Map<String, Target> targets = new LinkedHashMap<>();
    private final Map<String, AlertRule> rules = new LinkedHashMap<>();

    private WatchlistFile() {}

    /**
     * What a file says. Entries have version 1 and the watchlist version 1: what changes when it is applied is decided
     * against what is in force.
     *
     * @param problems as {@code line:column: message}, in order; the watchlist is usable only when there are none
     */
    public record Read(Watchlist watchlist, List<String> problems) {}

    /** Reads a file's text. */
    public static Read read(String yaml) {
        WatchlistFile file = new WatchlistFile();
        try {
            Optional<Node> root = new Compose(LoadSettings.builder().build()).composeString(yaml);
            root.ifPresent(file::root);
        } catch (MarkedYamlEngineException e) {
            file.problems.add(Problem.at(e.getProblemMark(), "not YAML: " + e.getProblem()));
        } catch (ReaderException e) {
            file.problems.add(Problem.at(yaml, yaml.indexOf(e.getCodePoint()), "not YAML: " + e.getMessage()));
        } catch (YamlEngineException e) {
            file.problems.add(Problem.at(yaml, 0, "not YAML: " + e.getMessage()));
        }
        List<String> problems = file.problems.stream()
                .distinct()
                .sorted(Comparator.comparingInt(Problem::line).thenComparingInt(Problem::column))
                .map(Problem::toString)
                .toList();
        Watchlist watchlist = new Watchlist(1, List.copyOf(file.targets.values()), List.copyOf(file.rules.values()));
        return new Read(watchlist, problems);
    }

    private void root(Node node) {
        YamlReader root = YamlReader.of(node, problems, "the watchlist", "groups", "targets", "rules");
        root.nodes("groups").forEach(this::group);
        root.nodes("groups").forEach(this::groupMembership);
        AliasClaims claims = new AliasClaims();
        root.nodes("targets").forEach(target -> target(target, claims));
        root.nodes("rules").forEach(this::rule);
    }

    private void group(Node node) {
        YamlReader group = YamlReader.of(node, problems, "a group", "id", "name", "memberOf");
        String id = id(group, groups.keySet());
        groups.put(id, group.texts("memberOf"));
    }

    private void groupMembership(Node node) {
        YamlReader group = YamlReader.of(node, new ArrayList<>(), "a group", "id", "name", "memberOf");
        String id = group.text("id").orElse("");
        checkGroups(
                YamlReader.of(node, problems, "a group", "id", "name", "memberOf"), groups.getOrDefault(id, List.of()));
        if (ancestors(List.of(id)).contains(id)) {
            problems.add(Problem.at(
                    node.getStartMark(), "group \"" + id + "\" is a member of itself, over " + ancestors(List.of(id))));
        }
    }

    private void target(Node node, AliasClaims claims) {
        YamlReader target = YamlReader.of(
                node, problems, "a target", "id", "name", "type", "country", "zone", "aliases", "within", "memberOf");
        String id = id(target, targets.keySet());
        List<String> memberOf = target.texts("memberOf");
        checkGroups(target, memberOf);
        Optional<Within> within = target.node("within").map(this::within);
        List<String> aliases = target.texts("aliases");
        claims.check(target, id, aliases, within);
        target.text("zone").ifPresent(zone -> checkZone(target, zone));
        target.text("country").ifPresent(country -> checkCountry(target, "country", country));
        Set<String> all = new HashSet<>(memberOf);
        all.addAll(ancestors(memberOf));
        targets.put(
                id,
                Target.newBuilder()
                        .setId(id)
                        .setName(target.text("name").orElse(id))
                        .setType(target.choice("type", TargetType.class, TargetType.UNKNOWN))
                        .setCountry(target.text("country").orElse(null))
                        .setZone(target.text("zone").orElse(null))
                        .setAliases(aliases)
                        .setWithin(within.orElse(null))
                        .setMemberOf(all.stream().sorted().toList())
                        .build());
    }

    private Within within(Node node) {
        YamlReader within = YamlReader.of(node, problems, "within", "country", "region", "place");
        String country = within.required("country");
        checkCountry(within, "country", country);
        return new Within(
                country,
                within.text("region").orElse(null),
                within.text("place").orElse(null));
    }

    private void rule(Node node) {
        YamlReader rule = YamlReader.of(
                node,
                problems,
                "a rule",
                "id",
                "kind",
                "match",
                "countBy",
                "levels",
                "basis",
                "minConfidence",
                "minPublishers",
                "stages",
                "surge");
        String id = id(rule, rules.keySet());
        RuleKind kind = rule.choice("kind", RuleKind.class, RuleKind.THRESHOLD);
        List<Level> levels = rule.nodes("levels").stream().map(this::level).toList();
        if (kind == RuleKind.THRESHOLD && levels.isEmpty()) {
            rule.problem("levels", "a rule needs at least one level, such as {name: high, exceeds: 2}");
        }
        rules.put(
                id,
                AlertRule.newBuilder()
                        .setId(id)
                        .setVersion(1)
                        .setKind(kind)
                        .setMatch(rule.node("match").map(this::match).orElseGet(() -> RuleMatch.newBuilder()
                                .build()))
                        .setCountBy(countBy(rule))
                        .setLevels(levels)
                        .setBasis(rule.choice("basis", CountBasis.class, CountBasis.CERTAIN))
                        .setMinConfidence(rule.share("minConfidence", "0", 0))
                        .setMinPublishers(rule.number("minPublishers", 1, 1))
                        .setStages(stages(rule))
                        .setSurge(rule.node("surge").map(this::surge).orElse(null))
                        .build());
    }

    private static SubjectKind countBy(YamlReader rule) {
        SubjectKind kind = rule.choice("countBy", SubjectKind.class, SubjectKind.TARGET);
        if (kind == SubjectKind.UNKNOWN) {
            rule.problem("countBy", "field \"countBy\" must be a kind of subject that can be counted, is UNKNOWN");
        }
        return kind;
    }

    private static List<Stage> stages(YamlReader rule) {
        if (rule.node("stages").isPresent() && rule.nodes("stages").isEmpty()) {
            rule.problem("stages", "field \"stages\" must name one at least, or be left out for the usual ones");
        }
        return rule.choices("stages", Stage.class, List.of(Stage.ACCOMPLISHED, Stage.ATTEMPTED));
    }

    private Level level(Node node) {
        YamlReader level = YamlReader.of(node, problems, "a level", "name", "exceeds");
        level.required("exceeds");
        return new Level(level.required("name"), level.number("exceeds", 0, 0));
    }

    private SurgeSettings surge(Node node) {
        YamlReader surge = YamlReader.of(
                node, problems, "surge", "baselineDays", "gapDays", "floor", "probability", "minIncidents");
        SurgeSettings standard = SurgeSettings.newBuilder().build();
        return new SurgeSettings(
                surge.number("baselineDays", 7, standard.getBaselineDays()),
                surge.number("gapDays", 0, standard.getGapDays()),
                surge.share("floor", LEAST_OF_SURGE, standard.getFloor()),
                surge.share("probability", LEAST_OF_SURGE, standard.getProbability()),
                surge.number("minIncidents", 1, standard.getMinIncidents()));
    }

    private RuleMatch match(Node node) {
        YamlReader match = YamlReader.of(
                node, problems, "match", "targets", "groups", "types", "regions", "countries", "attackTypes");
        List<String> ofTargets = match.texts("targets");
        ofTargets.stream()
                .filter(id -> !targets.containsKey(id) && !id.contains("@"))
                .forEach(id -> match.problem("targets", "target \"" + id + "\" is neither listed nor a derived id"));
        checkGroups(match, "groups", match.texts("groups"));
        match.texts("countries").forEach(country -> checkCountry(match, "countries", country));
        return RuleMatch.newBuilder()
                .setTargets(ofTargets)
                .setGroups(match.texts("groups"))
                .setTypes(match.choices("types", TargetType.class, List.of()))
                .setRegions(match.texts("regions"))
                .setCountries(match.texts("countries"))
                .setAttackTypes(match.choices("attackTypes", AttackType.class, List.of()))
                .build();
    }

    private static String id(YamlReader entry, Set<String> others) {
        String id = entry.required("id");
        if (!id.isEmpty() && !id.matches(ID)) {
            entry.problem("id", "an id is up to 100 letters, digits and . _ @ -, is \"" + id + "\"");
        }
        if (others.contains(id)) {
            entry.problem("id", "id \"" + id + "\" stands twice");
        }
        return id;
    }

    private void checkGroups(YamlReader entry, List<String> memberOf) {
        checkGroups(entry, "memberOf", memberOf);
    }

    private void checkGroups(YamlReader entry, String field, List<String> ids) {
        ids.stream()
                .filter(id -> !groups.containsKey(id))
                .forEach(id -> entry.problem(field, "group \"" + id + "\" is not listed under groups"));
    }

    private static void checkZone(YamlReader target, String zone) {
        try {
            ZoneId.of(zone);
        } catch (DateTimeException e) {
            target.problem("zone", "zone must be a name of the tz database such as Asia/Baghdad, is " + zone);
        }
    }

    private static void checkCountry(YamlReader entry, String field, String country) {
        if (!Set.of(Locale.getISOCountries()).contains(country)) {
            entry.problem(field, "country must be two capital letters of ISO 3166 such as IQ, is " + country);
        }
    }

    /** All groups above these. */
    private Set<String> ancestors(List<String> ids) {
        Set<String> seen = new HashSet<>();
        List<String> open = new ArrayList<>(ids);
        while (!open.isEmpty()) {
            for (String above : groups.getOrDefault(open.remove(open.size() - 1), List.of())) {
                if (seen.add(above)) {
                    open.add(above);
                }
            }
        }
        return seen;
    }
}
