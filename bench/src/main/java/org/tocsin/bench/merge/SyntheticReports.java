package org.tocsin.bench.merge;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.tocsin.coder.fingerprint.FingerprintReader;
import org.tocsin.schemas.AttackType;
import org.tocsin.schemas.CountRange;
import org.tocsin.schemas.DateRange;
import org.tocsin.schemas.Evidence;
import org.tocsin.schemas.IncidentReport;
import org.tocsin.schemas.Origin;
import org.tocsin.schemas.Place;
import org.tocsin.schemas.PlacePrecision;
import org.tocsin.schemas.ReportedTarget;
import org.tocsin.schemas.TargetKind;
import org.tocsin.schemas.TargetRole;
import org.tocsin.schemas.TargetType;
import org.tocsin.schemas.Term;
import org.tocsin.schemas.Weapon;
import org.tocsin.schemas.WeaponType;

/**
 * Invented reports of invented incidents in one area, as large and as alike as coded news: words follow
 * Zipf's law, some names and towns are commoner than others, incidents are spread over 30 days, and reports of one incident share most but not all of what they say.
 * The same numbers give the same report.
 */
final class SyntheticReports {
    private static final int DAYS = 30;
    private static final Instant START = Instant.parse("2020-09-01T00:00:00Z");

    /** Distinct words beyond the commonest in an article, and how many of them belong to the incident. */
    private static final int WORDS = 200;

    private static final int OWN_WORDS = 70;
    /** With exponent 1 the word of rank r stands in about COMMON / r of all articles. */
    private static final double COMMON = 40;

    private static final double VOCABULARY = 400_000;
    /** Words that all news of attacks has in common, how many of them an article dwells on, and what they weigh. */
    private static final int TOPIC = 400;

    private static final int TOPIC_WORDS = 8;
    private static final double TOPIC_WEIGHT = 11;
    /** What a word weighs that the table of rare words does not know. */
    private static final double RAREST = 9.1;

    private static final int TOWNS = 20_000;
    private static final int REGIONS = 50;
    private static final double MEAN_LATENESS_DAYS = 4;

    private static final List<AttackType> ATTACKS = List.of(
            AttackType.ARMED_ASSAULT,
            AttackType.BOMBING_EXPLOSION,
            AttackType.ASSASSINATION,
            AttackType.FACILITY_ATTACK);

    private static final List<TargetType> TARGETS = List.of(TargetType.values());
    private static final List<WeaponType> WEAPONS = List.of(WeaponType.values());

    private final int incidents;

    /** @param incidents how many of them happen in the 30 days */
    SyntheticReports(int incidents) {
        this.incidents = incidents;
    }

    /** The first report of an incident; those of later incidents are published later. */
    IncidentReport first(int incident) {
        return report(incident, 0, published(incident));
    }

    /** A further report of an incident, published after the last of these incidents' first ones. */
    IncidentReport followUp(int incident, int number) {
        return report(incident, number, published(incidents).plusSeconds(number));
    }

    /** An incident that a report of the last day may be about: recent ones more often. */
    int reportedAgain(SplittableRandom random) {
        double days = -Math.log(1 - random.nextDouble()) * MEAN_LATENESS_DAYS;
        return Math.max(0, incidents - 1 - (int) (days * incidents / DAYS));
    }

    private Instant published(int incident) {
        return START.plus(Duration.ofDays(1)).plusSeconds(Duration.ofDays(DAYS).toSeconds() * incident / incidents);
    }

    private IncidentReport report(int incident, int number, Instant at) {
        SplittableRandom own = new SplittableRandom(incident);
        SplittableRandom other = new SplittableRandom(31L * incident + number + 7);
        List<Term> terms = terms(own.split(), other);
        List<String> names = names(own.split(), other);
        LocalDate day =
                published(incident).atOffset(ZoneOffset.UTC).toLocalDate().minusDays(1);
        long slip = other.nextInt(10) == 0 ? 1 : 0;
        return IncidentReport.newBuilder()
                .setReportId("00000000-0000-3000-8000-" + incident + "#" + number)
                .setArticleId("00000000-0000-3000-9000-" + incident + "/" + number)
                .setUrl("https://news.example/" + incident + "/" + number + "/what-happened-there-on-that-day.html")
                .setSource("publisher " + zipf(other, 3_000))
                .setPublishedAt(at)
                .setOrigin(new Origin("tocsin.articles", 0, (long) incident, at))
                .setEventTime(at)
                .setArea("IQ")
                .setAttackType(any(ATTACKS, own))
                .setAttackDate(other.nextInt(20) == 0 ? null : new DateRange(day.minusDays(slip), day.minusDays(slip)))
                .setPlace(place(other.nextInt(6) == 0 ? other : own))
                .setTargets(targets(own))
                .setWeapons(List.of(weapon(own)))
                .setKilled(new CountRange(zipf(own, 20) - 1, null))
                .setInjured(other.nextInt(2) == 0 ? null : new CountRange(zipf(own, 40) - 1, null))
                .setEvidence(List.of(
                        new Evidence(false, 0, 160, "x".repeat(160)), new Evidence(false, 200, 300, "y".repeat(100))))
                .setTerms(terms)
                .setNames(names)
                .setSignature(other.longs(8).boxed().toList())
                .setConfidence(0.6 + 0.4 * other.nextDouble())
                .build();
    }

    private static List<Term> terms(SplittableRandom own, SplittableRandom other) {
        Map<Integer, Double> times = new LinkedHashMap<>();
        for (int i = 0; i < OWN_WORDS; i++) {
            int word = zipf(own, VOCABULARY);
            double told = 1 + Math.log(1 + own.nextInt(4));
            if (other.nextInt(10) < 7) {
                times.merge(word, told, Math::max);
            }
        }
        while (times.size() < WORDS) {
            times.merge(zipf(other, VOCABULARY), 1.0, Math::max);
        }
        Map<Integer, Double> weights = new LinkedHashMap<>();
        times.forEach((word, told) -> weights.put(word, told * rarity(word)));
        for (int i = 0; i < TOPIC_WORDS; i++) {
            weights.put(-zipf(other, TOPIC), TOPIC_WEIGHT);
        }
        return weights.entrySet().stream()
                .map(e -> new Term(e.getKey() * 0x9E3779B1, e.getValue().floatValue()))
                .sorted(Comparator.comparing(Term::getWeight).reversed())
                .limit(FingerprintReader.MAX_TERMS)
                .toList();
    }

    private static double rarity(int rank) {
        return Math.max(0, Math.min(RAREST, Math.log(rank / COMMON)));
    }

    private static List<String> names(SplittableRandom own, SplittableRandom other) {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            String name = name(own);
            if (other.nextInt(10) < 6) {
                names.add(name);
            }
        }
        for (int i = 0; i < 4; i++) {
            names.add(name(other));
        }
        return names;
    }

    private static String name(SplittableRandom random) {
        return "first" + common(random, 1_000) + " last" + common(random, 50_000);
    }

    private static Place place(SplittableRandom random) {
        int town = common(random, TOWNS);
        return Place.newBuilder()
                .setName("town " + town)
                .setAdmin1("region " + town % REGIONS)
                .setCountryCode("IQ")
                .setLatitude(30.0 + town % 60 * 0.2)
                .setLongitude(40.0 + town % 70 * 0.2)
                .setZone("Asia/Baghdad")
                .setPrecision(PlacePrecision.TOWN)
                .build();
    }

    private static List<ReportedTarget> targets(SplittableRandom random) {
        List<ReportedTarget> targets = new ArrayList<>();
        for (int i = 0; i < 1 + random.nextInt(3); i++) {
            TargetType type = any(TARGETS, random);
            targets.add(ReportedTarget.newBuilder()
                    .setText("the kind" + zipf(random, 300) + " of that place")
                    .setRole(TargetRole.STRUCK)
                    .setKind(TargetKind.PHYSICAL)
                    .setType(type)
                    .setDerivedId("kind" + type + "@iq.town")
                    .build());
        }
        return targets;
    }

    private static Weapon weapon(SplittableRandom random) {
        WeaponType type = any(WEAPONS, random);
        return Weapon.newBuilder().setText("weapon " + type).setType(type).build();
    }

    private static <T> T any(List<T> values, SplittableRandom random) {
        return values.get(random.nextInt(values.size()));
    }

    /** A rank from 0, the low ones more often: names are less unequal than words. */
    private static int common(SplittableRandom random, int ranks) {
        double even = random.nextDouble();
        return (int) (even * even * ranks);
    }

    /** A rank from 1 by Zipf's law with exponent 1: its logarithm is evenly spread. */
    private static int zipf(SplittableRandom random, double ranks) {
        return (int) Math.exp(random.nextDouble() * Math.log(ranks + 1));
    }
}
