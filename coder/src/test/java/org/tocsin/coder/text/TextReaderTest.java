package org.tocsin.coder.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TextReaderTest {
    @Test
    void shouldKeepThePlaceOfEveryWordInTheOriginalHtml() {
        String body =
                "<p>A car bomb <b>killed</b> five people in Tal&eacute;r&rsquo;s market.</p><p>Police said so.</p>";

        Document document = TextReader.read("Blast &amp; fire", body);

        assertThat(texts(document))
                .containsExactly(
                        "Blast & fire",
                        "A car bomb killed five people in Taler\u2019s market.".replace("Taler", "Tal\u00e9r"),
                        "Police said so.");
        assertThat(original(document, body, 1)).isEqualTo(body.substring(3, body.indexOf("</p>")));
        assertThat(document.origin().of(0, 5)).isEqualTo(new Origin.Span(true, 0, 5));
    }

    @Test
    void shouldLeaveOutScriptsNavigationAndButtons() {
        Document document = TextReader.read(
                null,
                "<html><head><style>p{}</style></head><body><nav>Home News</nav><p>Gunmen attacked a post.</p>"
                        + "<p>Share this article</p><script>var a = 1;</script><p>https://example.org/a</p></body></html>");

        assertThat(texts(document)).containsExactly("Gunmen attacked a post.");
    }

    @Test
    void shouldTakeAComparisonForNoMarkUp() {
        String body = "Inflation was < 3 percent & growth > 2.\nThe bank & the state agreed.";

        assertThat(texts(TextReader.read(null, body)))
                .containsExactly("Inflation was < 3 percent & growth > 2.", "The bank & the state agreed.");
    }

    @Test
    void shouldReadThroughMarksThatPrintNothing() {
        String body = "The re\u00ADbels \u200Fattacked\u200B the\u0000town\uD800.";

        Document document = TextReader.read(null, body);

        assertThat(document.sentences().get(0).tokens().stream().map(Token::text))
                .containsExactly("The", "rebels", "attacked", "the", "town", ".");
        Token rebels = document.sentences().get(0).tokens().get(1);
        assertThat(document.origin().of(rebels.begin(), rebels.end())).isEqualTo(new Origin.Span(false, 4, 11));
    }

    @Test
    void shouldReadDottedLettersBehindAHyphen() {
        assertThat(texts(TextReader.read(null, "Two anti-U.S. fighters fled. Pro-U.N. guards stayed.")))
                .containsExactly("Two anti-U.S. fighters fled.", "Pro-U.N. guards stayed.");
        assertThat(texts(TextReader.read(null, "They blew up block-B. Guards fled.")))
                .containsExactly("They blew up block-B.", "Guards fled.");
    }

    @Test
    void shouldSplitAfterStopsButNotAfterTitlesAndInitials() {
        assertThat(texts(TextReader.read(
                        null, "Gen. J. Smith died. \u201cIt was a bomb.\u201d Police agreed at 5 a.m. on Monday.")))
                .containsExactly(
                        "Gen. J. Smith died.", "\u201cIt was a bomb.\u201d", "Police agreed at 5 a.m. on Monday.");
    }

    @Test
    void shouldKeepAnAddressInOneWord() {
        Document document = TextReader.read(null, "See https://example.org/a?b=1.html. Then go.");

        assertThat(document.sentences().get(0).tokens().get(1).text()).isEqualTo("https://example.org/a?b=1.html");
        assertThat(document.sentences()).hasSize(2);
    }

    @Test
    void shouldKnowATextInCapitals() {
        assertThat(TextReader.read("Title", "THE MAYOR OF LA UNION WAS KILLED BY TWO MEN.")
                        .allCapitals())
                .isTrue();
        assertThat(TextReader.read(null, "The mayor of La Union was killed.").allCapitals())
                .isFalse();
    }

    @Test
    void shouldTellTheHeadOfAPageFromTheFirstSentenceWhenTheirLinesRanTogether() {
        assertThat(
                        texts(
                                TextReader.read(
                                        "Blast in Tal market kills nine - monitor",
                                        "Blast in Tal market kills nine monitor Agency Thursday 2 Jul 2015 At least nine died. More later.")))
                .containsExactly(
                        "Blast in Tal market kills nine - monitor",
                        "Blast in Tal market kills nine monitor",
                        "Agency Thursday 2 Jul 2015",
                        "At least nine died.",
                        "More later.");
        assertThat(texts(TextReader.read(
                        "Twin blasts at a Tal checkpoint",
                        "23-02-2015 Twin blasts at a Tal checkpoint. Twin blasts hit a checkpoint.")))
                .containsExactly(
                        "Twin blasts at a Tal checkpoint",
                        "23-02-2015",
                        "Twin blasts at a Tal checkpoint.",
                        "Twin blasts hit a checkpoint.");
        assertThat(texts(TextReader.read(null, "Date of publication April 4, 2017 21 fighters died.")))
                .containsExactly("Date of publication April 4, 2017", "21 fighters died.");
    }

    @Test
    void shouldLeaveDaysAndTitlesInSentencesThatGoOn() {
        assertThat(texts(TextReader.read("Gunmen attack", "Gunmen attack villages. Others watch.")))
                .containsExactly("Gunmen attack", "Gunmen attack villages.", "Others watch.");
        assertThat(texts(TextReader.read(null, "July 4, 1990, was quiet. The 3 May 2014 Attack failed.")))
                .containsExactly("July 4, 1990, was quiet.", "The 3 May 2014 Attack failed.");
        assertThat(texts(TextReader.read(null, "Two May 2014 attacks failed in Lagos.")))
                .hasSize(1);
    }

    @Test
    void shouldBeginASentenceAtADatelineFurtherOn() {
        assertThat(texts(TextReader.read(null, "A blast killed two in the south DAMASCUS (Agency) Two people died.")))
                .containsExactly("A blast killed two in the south", "DAMASCUS (Agency) Two people died.");
        assertThat(texts(TextReader.read(null, "The force UNIFIL (Interim Force in Lebanon) was hit.")))
                .hasSize(1);
    }

    @Test
    void shouldLeaveOutWhoWroteItAtTheEnd() {
        assertThat(texts(TextReader.read(null, "Two soldiers died in the blast. Amal Haddad/Sami")))
                .containsExactly("Two soldiers died in the blast.");
        assertThat(texts(TextReader.read(null, "Gunmen Kill Mayor"))).hasSize(1);
        assertThat(texts(TextReader.read(null, "They asked him. \"No More\""))).hasSize(2);
    }

    @Test
    void shouldLeaveOutPointersToOtherStories() {
        assertThat(texts(TextReader.read(
                        null, "A man was shot. Related: Three die in Ipswich fire. Police seek two men.")))
                .containsExactly("A man was shot.", "Police seek two men.");
        assertThat(texts(TextReader.read(null, "A man was shot Related Articles Two hurt in a raid. Police came.")))
                .containsExactly("A man was shot", "Police came.");
        assertThat(texts(TextReader.read(
                        null, "Related photos show the mosque.\n\nRelated video shows gunmen. They fled.")))
                .containsExactly("Related photos show the mosque.", "Related video shows gunmen.", "They fled.");
        String runOn = "Read also: Three hurt in Lagos Gunmen killed 12 people at a mosque in Kano on Sunday.";
        assertThat(texts(TextReader.read(null, "Police came. " + runOn))).contains(runOn);
        assertThat(texts(TextReader.read(null, "He was related to Ali. Related crimes rose.")))
                .containsExactly("He was related to Ali.", "Related crimes rose.");
    }

    private static List<String> texts(Document document) {
        return document.sentences().stream().map(document::textOf).toList();
    }

    private static String original(Document document, String body, int sentence) {
        Sentence read = document.sentences().get(sentence);
        Origin.Span span = document.origin().of(read.begin(), read.end());
        return body.substring(span.begin(), span.end());
    }
}
