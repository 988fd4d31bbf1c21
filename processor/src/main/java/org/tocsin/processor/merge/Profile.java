package org.tocsin.processor.merge;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.tocsin.coder.fingerprint.Sketch;
import org.tocsin.coder.fingerprint.WordHash;
import org.tocsin.schemas.AttackType;
import org.tocsin.schemas.CountRange;
import org.tocsin.schemas.DateRange;
import org.tocsin.schemas.Incident;
import org.tocsin.schemas.IncidentReport;
import org.tocsin.schemas.IncidentState;
import org.tocsin.schemas.Place;
import org.tocsin.schemas.PlacePrecision;
import org.tocsin.schemas.ReportedTarget;
import org.tocsin.schemas.Weapon;

/**
 * What the rule compares, of a report or of a whole incident, compact: about 1 kB. An incident's words and names are
 * those of all its reports.
 */
@SuppressWarnings("EnumOrdinal") // Arrays and bit sets by ordinal live in memory only.
public final class Profile {
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Set<String> PREPOSITIONS =
            Set.of("of", "in", "at", "from", "with", "who", "that", "on", "for", "to", "by");

    final String id;
    final Sparse terms;
    final Sparse names;
    final @Nullable DateRange date;
    final PlaceKey place;
    /** Hashes of the words of the town's name. */
    final int[] townWords;
    /** Sorted hashes of the words of the site's name. */
    final int[] siteWords;

    final AttackType type;
    final int weapons;
    final int targetTypes;
    final int[] targetHeads;
    final @Nullable CountRange killed;
    final @Nullable CountRange injured;
    final List<long[]> sketches;
    final Instant firstReported;
    final Instant lastReported;
    final int[] articles;
    final int reports;

    /** Id of the report or incident. */
    public String id() {
        return id;
    }

    /** True when the other's town stands among the names. */
    boolean namesTownOf(Profile other) {
        for (int word : other.townWords) {
            if (!names.contains(word)) {
                return false;
            }
        }
        return other.townWords.length > 0;
    }

    private Profile(
            String id,
            Sparse terms,
            Sparse names,
            Facts facts,
            List<long[]> sketches,
            Instant firstReported,
            Instant lastReported,
            int[] articles,
            int reports) {
        this.id = id;
        this.terms = terms;
        this.names = names;
        this.date = facts.date;
        this.place = PlaceKey.of(facts.place);
        this.townWords = words(facts.place.flatMap(Place::getName)).toArray();
        this.siteWords =
                words(facts.place.flatMap(Place::getSite)).distinct().sorted().toArray();
        this.type = facts.type;
        this.weapons =
                facts.weapons.stream().mapToInt(w -> 1 << w.getType().ordinal()).reduce(0, (a, b) -> a | b);
        this.targetTypes =
                facts.targets.stream().mapToInt(t -> 1 << t.getType().ordinal()).reduce(0, (a, b) -> a | b);
        this.targetHeads = facts.targets.stream()
                .mapToInt(t -> WordHash.of(head(t.getText())))
                .distinct()
                .sorted()
                .toArray();
        this.killed = facts.killed;
        this.injured = facts.injured;
        this.sketches = sketches;
        this.firstReported = firstReported;
        this.lastReported = lastReported;
        this.articles = articles;
        this.reports = reports;
    }

    private static IntStream words(Optional<String> name) {
        return name.stream()
                .flatMap(n -> NO_WORD.splitAsStream(n.toLowerCase(Locale.ROOT)))
                .filter(word -> word.length() > 1)
                .mapToInt(WordHash::of);
    }

    /** The coded facts that a report and an incident have in common. */
    private record Facts(
            @Nullable DateRange date,
            Optional<Place> place,
            AttackType type,
            List<Weapon> weapons,
            List<ReportedTarget> targets,
            @Nullable CountRange killed,
            @Nullable CountRange injured) {}

    /** The profile to compare. */
    public static Profile of(IncidentReport report, NameWords nameWords) {
        return new Profile(
                report.getReportId(),
                Sparse.of(report.getTerms()),
                nameWords.vector(report.getNames()),
                new Facts(
                        report.getAttackDate().orElse(null),
                        report.getPlace(),
                        report.getAttackType(),
                        report.getWeapons(),
                        report.getTargets(),
                        report.getKilled().orElse(null),
                        report.getInjured().orElse(null)),
                report.getSignature().isEmpty() ? List.of() : List.of(Sketch.longs(report.getSignature())),
                report.getEventTime(),
                report.getEventTime(),
                new int[] {report.getArticleId().hashCode()},
                1);
    }

    /** The profile to compare. */
    public static Profile of(IncidentState state, NameWords nameWords) {
        Incident incident = state.getIncident();
        return new Profile(
                incident.getIncidentId(),
                Sparse.of(state.getTerms()),
                nameWords.vector(state.getNames()),
                new Facts(
                        incident.getAttackDate().orElse(null),
                        incident.getPlace(),
                        incident.getAttackType(),
                        incident.getWeapons(),
                        incident.getTargets(),
                        incident.getKilled().orElse(null),
                        incident.getInjured().orElse(null)),
                state.getSketches().stream().map(Sketch::longs).toList(),
                incident.getFirstReportedAt(),
                incident.getLastReportedAt(),
                state.getArticleIds().stream().mapToInt(String::hashCode).toArray(),
                incident.getReportCount());
    }

    /** The word that a noun phrase is about: the last one before its first preposition. */
    static String head(String phrase) {
        String head = "";
        for (String word : NO_WORD.split(phrase.toLowerCase(Locale.ROOT), -1)) {
            if (!head.isEmpty() && PREPOSITIONS.contains(word)) {
                break;
            }
            head = word.isEmpty() ? head : word;
        }
        return head;
    }

    /** Where, as far as two places can be compared; hashes of folded names, 0 for unknown. */
    record PlaceKey(int town, int admin1, int country, float latitude, float longitude, boolean precise) {
        static PlaceKey of(Optional<Place> place) {
            return place.map(p -> new PlaceKey(
                            hash(p.getName()),
                            hash(p.getAdmin1()),
                            hash(p.getCountryCode()),
                            p.getLatitude().map(Double::floatValue).orElse(Float.NaN),
                            p.getLongitude().map(Double::floatValue).orElse(Float.NaN),
                            p.getPrecision() == PlacePrecision.TOWN))
                    .orElse(new PlaceKey(0, 0, 0, Float.NaN, Float.NaN, false));
        }

        private static int hash(Optional<String> name) {
            return name.map(n -> WordHash.of(n.toLowerCase(Locale.ROOT))).orElse(0);
        }

        /** Great-circle distance in kilometres on a sphere of 6371 km; NaN when one has no coordinates. */
        double kilometres(PlaceKey other) {
            double lat1 = Math.toRadians(latitude);
            double lat2 = Math.toRadians(other.latitude);
            double dLat = Math.sin((lat2 - lat1) / 2);
            double dLon = Math.sin(Math.toRadians(other.longitude - longitude) / 2);
            double a = dLat * dLat + Math.cos(lat1) * Math.cos(lat2) * dLon * dLon;
            return 2 * 6371 * Math.asin(Math.min(1, Math.sqrt(a)));
        }
    }
}
