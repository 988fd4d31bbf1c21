package org.tocsin.coder.place;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tocsin.coder.Article;
import org.tocsin.coder.EventCoder;
import org.tocsin.coder.Place;
import org.tocsin.coder.Verdict;

/** What an address says of where the publisher is, and what it is worth beside the text. */
class PublishersTest {
    private static final EventCoder CODER = EventCoder.load();
    private static final Publishers PUBLISHERS = Publishers.load(Gazetteer.load());

    @ParameterizedTest
    @CsvSource({
        "http://www.chicagotribune.com/news/1.html, Illinois, Chicago",
        "https://losangeles.cbslocal.com/2016/07/04/x, California, Los Angeles",
        "http://web.archive.org/web/20161005/http://www.baltimoresun.com:80/news, Maryland, Baltimore",
        "http://www.azcentral.com/story, Arizona, ",
        "http://www.news-leader.com/x, Missouri, ",
    })
    void shouldKnowTheStateFromTheTableOrTheTownInTheAddress(String url, String state, String town) {
        Publisher publisher = PUBLISHERS.of(url);
        assertThat(publisher.states()).extracting(Toponym::name).contains(state);
        assertThat(publisher.town() == null ? null : publisher.town().name()).isEqualTo(town);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://www.chicagotribune.example.fr/x",
                "http://www.example.com/x",
                "https://nairobibeacon.example/x",
                "http://localhost",
                "not an address",
                "http://",
                ""
            })
    void shouldSayNothingOfOthers(String url) {
        assertThat(PUBLISHERS.of(url).isKnown()).isFalse();
    }

    @Test
    void shouldReadATownOfManyStatesInThePublishersOwn() {
        String body =
                "Two men were shot and killed in Springfield on Friday night, police said. Officers found the victims"
                        + " in a parked car on Walnut Street. No arrests have been made.";
        assertThat(place("http://www.ky3.com/1", body).admin1()).isEqualTo("Missouri");
        assertThat(place("http://www.masslive.com/1", body).admin1()).isEqualTo("Massachusetts");
    }

    @Test
    void shouldLeaveNewsFromAbroadWhereItHappened() {
        String body =
                "A car bomb killed eleven people at a market in Mosul on Friday, Iraqi police said. The Islamic State"
                        + " said that it had sent the bomber. Hospitals in the Iraqi city were short of blood.";
        assertThat(place("https://www.chicagotribune.com/world/1", body).countryCode())
                .isEqualTo("IQ");
    }

    private static Place place(String url, String body) {
        Article article = new Article("1", url, null, null, body, "en", null, LocalDate.parse("2020-09-26"));
        Verdict.Incidents verdict = (Verdict.Incidents) CODER.code(article);
        return requireNonNull(verdict.incidents().get(0).place(), "place");
    }
}
