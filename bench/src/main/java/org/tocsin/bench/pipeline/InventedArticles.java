package org.tocsin.bench.pipeline;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.tocsin.schemas.Article;

/**
 * Invented news by the dozen: the same seed gives the same articles. One in ten reports an attack, in one of many towns
 * and on one of the last days; the rest is other news of the same length. Days pass as articles are published, so that
 * no day of a country grows as no real one does and new attacks are always told.
 */
final class InventedArticles {
    private static final int ONE_IN = 10;
    private static final int FILLERS = 8;
    private static final int DAYS = 5;
    private static final int ARTICLES_A_DAY = 10_000;

    private static final List<String> TOWNS = List.of(
            "Mosul, Iraq",
            "Aleppo, Syria",
            "Kandahar, Afghanistan",
            "Quetta, Pakistan",
            "Maiduguri, Nigeria",
            "Mogadishu, Somalia",
            "Gao, Mali",
            "Bunia, Congo",
            "Cali, Colombia",
            "Davao, Philippines",
            "Aden, Yemen",
            "Benghazi, Libya",
            "Goma, Congo",
            "Maputo, Mozambique",
            "Bamako, Mali",
            "Kaduna, Nigeria",
            "Lima, Peru",
            "Quito, Ecuador",
            "Manila, Philippines",
            "Dhaka, Bangladesh",
            "Colombo, Sri Lanka",
            "Nairobi, Kenya",
            "Kampala, Uganda",
            "Lusaka, Zambia",
            "Tunis, Tunisia");
    private static final List<String> DEEDS = List.of(
            "A car bomb exploded outside a police station in %s on %s, killing %d officers",
            "Gunmen opened fire on an army checkpoint in %s on %s, killing %d soldiers",
            "A roadside bomb struck a convoy of aid workers near %s on %s, killing %d people",
            "Militants attacked a village market in %s on %s and killed %d traders");
    private static final List<String> QUIET = List.of(
            "The ministry of fisheries in %s said on %s that %d new boats had been registered",
            "A book fair opened its doors in %s on %s with %d publishers",
            "The price of grain in %s fell on %s to the lowest in %d weeks",
            "The football club of %s said on %s that it had signed %d young players");
    private static final List<String> FILL = List.of(
            "Residents of the %s quarter gathered in the street and spoke of little else.",
            "An official named %s said that details would be made public in due course.",
            "The road past the %s mill was closed for some hours and then opened again.",
            "A spokesman for the %s association said that it was too early to draw conclusions.");

    private final SplittableRandom random;
    private final Instant begin;
    private Instant published;
    private long count;

    /** The first article is published then. */
    InventedArticles(long seed, Instant begin) {
        this.random = new SplittableRandom(seed);
        this.begin = begin;
        this.published = begin;
    }

    /** The next one. */
    Article next(String id) {
        published = begin.plus(Duration.ofDays(1).multipliedBy(count++).dividedBy(ARTICLES_A_DAY));
        boolean attack = random.nextInt(ONE_IN) == 0;
        String sentence = pick(attack ? DEEDS : QUIET).formatted(pick(TOWNS), day(), 1 + random.nextInt(ONE_IN));
        StringBuilder body = new StringBuilder(sentence).append(", an official said.");
        for (int i = 0; i < FILLERS; i++) {
            body.append(i % 3 == 0 ? "\n\n" : " ").append(pick(FILL).formatted(name()));
        }
        return Article.newBuilder()
                .setId(id)
                .setUrl("https://paper" + random.nextInt(100) + ".example/" + id)
                .setSource("Paper " + random.nextInt(100))
                .setTitle(sentence)
                .setBody(body.toString())
                .setLanguage("en")
                .setPublishedAt(published)
                .build();
    }

    private String day() {
        return published
                .atOffset(ZoneOffset.UTC)
                .minusDays(1L + random.nextInt(DAYS))
                .getDayOfWeek()
                .getDisplayName(TextStyle.FULL, Locale.ENGLISH);
    }

    private String pick(List<String> some) {
        return some.get(random.nextInt(some.size()));
    }

    /** A name that no other article shares, but by chance. */
    private String name() {
        StringBuilder name = new StringBuilder();
        for (int i = 0; i < 3; i++) {
            name.append("bdfgklmnprstvz".charAt(random.nextInt(14))).append("aeiou".charAt(random.nextInt(5)));
        }
        return Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }
}
