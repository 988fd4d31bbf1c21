package org.tocsin.coder;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.tocsin.coder.json.VerdictJson;

/**
 * Any text gets a verdict, the same each time, and costs work in proportion to its length. Work is counted in bytes
 * that the coder's thread allocates: every step over a text here makes tokens, features or candidates, and unlike time
 * the count does not depend on the machine's load.
 */
class BadInputTest {
    private static final EventCoder CODER = EventCoder.load();
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    /** Twice the text may cost twice the work and what growing buffers round up to. */
    private static final double MOST_GROWTH = 2.6;

    private static final long ROUNDING = 200_000;

    /** Measured over such texts: less than 1,900 bytes a character of at least 100, and under 200,000 for the shortest. */
    private static final long WORK_PER_CHARACTER = 2_500;

    private static final long FIXED_WORK = 500_000;

    private static final List<String> PIECES = List.of(
            "Gunmen killed five people",
            "bomb",
            "attack",
            " on Monday",
            " in Baghdad",
            "\n",
            "\n\n",
            ". ",
            ", ",
            "\"",
            "\u201c",
            "<p>",
            "</div>",
            "<b",
            "&amp;",
            "&#x",
            ";",
            "\uD83D",
            "\uDE00",
            "\u0000",
            "\u200F",
            "\u202E",
            "\u0627\u0646",
            "\u7206\u70b8",
            "5",
            "1,000",
            "U.S.",
            "...",
            "((((",
            "http://a.b/c",
            "-",
            "'",
            "\t",
            "x",
            " ",
            " the ",
            "killed ",
            "of ",
            "28 September 2020",
            "at least dozens of ",
            "THE MAYOR WAS SHOT",
            "| a | b |",
            "yesterday ",
            "%",
            "=?UTF-8?B?");

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.oneOf(
                Arbitraries.of(PIECES).list().ofMaxSize(60).map(l -> String.join("", l)),
                Arbitraries.strings().all().ofMaxLength(200),
                Arbitraries.strings().ascii().ofMaxLength(300));
    }

    @Property(tries = 10_000, seed = "20200927")
    void shouldAnswerEveryTextTheSameEachTimeForWorkInProportionToItsLength(@ForAll("texts") String body) {
        Article article = new Article("a", null, null, null, body, null, null, null);

        Verdict verdict = CODER.code(article);

        assertThat(verdict.score()).isBetween(0.0, 1.0);
        long before = THREADS.getCurrentThreadAllocatedBytes();
        Verdict again = CODER.code(article);
        long work = THREADS.getCurrentThreadAllocatedBytes() - before;
        assertThat(again).isEqualTo(verdict);
        assertThat(work).isLessThan(FIXED_WORK + WORK_PER_CHARACTER * body.length());
        assertThat(VerdictJson.line("a", verdict)).startsWith("{\"articleId\":\"a\",\"verdict\":");
    }

    @Property(tries = 60, seed = "20200927")
    void shouldCostWorkInProportionToLength(@ForAll("texts") String piece) {
        String part = (piece + " ").repeat(1 + 4_000 / (piece.length() + 1));
        Article once = new Article("a", null, null, null, part.repeat(2), null, null, null);
        Article twice = new Article("b", null, null, null, part.repeat(4), null, null, null);

        CODER.code(once);
        long single = work(once);
        long twofold = work(twice);

        assertThat((double) twofold).isLessThan(MOST_GROWTH * single + ROUNDING);
    }

    private static long work(Article article) {
        long before = THREADS.getCurrentThreadAllocatedBytes();
        CODER.code(article);
        return THREADS.getCurrentThreadAllocatedBytes() - before;
    }
}
