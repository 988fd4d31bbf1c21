package org.tocsin.connect.feed;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HtmlTextTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<p>One</p><p>Two</p> | One#Two",
                "One<br>Two | One Two",
                "One<br><br>Two | One#Two",
                "<div>One<div>Two</div>Three</div> | One#Two#Three",
                "<ul><li>a</li><li>b</li></ul> | a#b",
                "<p>A <b>bold</b> word<script>x()</script></p> | A bold word",
                "<figure><img src=x><figcaption>Archive</figcaption></figure><p>Text</p> | Text",
                "Tom &amp; Jerry &#8217;s | Tom & Jerry ’s",
                "plain, 3 < 4 and 5 > 4 | plain, 3 < 4 and 5 > 4",
                "&lt;p&gt;Twice&lt;/p&gt;&lt;p&gt;escaped&lt;/p&gt; | Twice#escaped",
                "a&nbsp;&nbsp;b | a b"
            })
    void shouldKeepTheParagraphsAndNothingElse(String html, String text) {
        assertThat(HtmlText.of(html)).isEqualTo(text.replace("#", "\n\n"));
    }

    @Test
    void shouldKeepTheParagraphsOfPlainText() {
        assertThat(HtmlText.of("One\ntwo.\n\n\n Three.")).isEqualTo("One two.\n\nThree.");
    }

    @Test
    void shouldTakeDeepMarkup() {
        assertThat(HtmlText.of("<div>".repeat(100_000) + "deep")).isEqualTo("deep");
    }
}
