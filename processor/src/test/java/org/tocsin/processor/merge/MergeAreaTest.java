package org.tocsin.processor.merge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tocsin.coder.place.Nations;
import org.tocsin.schemas.AvroSerdes;
import org.tocsin.schemas.Target;
import org.tocsin.schemas.TargetType;
import org.tocsin.schemas.Within;

/** The area in which a report is merged: the country of the attack, or the surest clue to it. */
class MergeAreaTest {
    static {
        AvroSerdes.trustOwnRecords();
    }

    private static final MergeArea AREAS = MergeArea.load();
    private static final PublisherCountry PUBLISHERS = PublisherCountry.load();

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "PE, MX, BR, CL, PE",
                "-, MX, BR, CL, MX",
                "-, -, BR, CL, BR",
                "-, -, -, CL, CL",
                "-, -, -, -, ZZ",
                // Joined areas are named by the table, whichever clue leads there.
                "UA, -, -, -, EAST-SLAVIC",
                "-, RU, -, -, EAST-SLAVIC",
                "-, -, IQ, -, GULF-NORTH",
                "-, -, -, PK, KASHMIR"
            })
    void shouldTakeTheSurestClue(String attack, String target, String dateline, String publisher, String area) {
        MergeArea.Clues clues = new MergeArea.Clues(
                Optional.ofNullable(attack),
                Optional.ofNullable(target),
                Optional.ofNullable(dateline),
                Optional.ofNullable(publisher));

        assertThat(AREAS.of(clues)).isEqualTo(area);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "https://www.dailynews.example.ng/2024/attack, NG",
                "https://paper.example.co.uk/a, GB",
                "https://web.archive.org/web/20200101000000/http://paper.example.com.pk/b, PK",
                "https://paper.example/a, -",
                "https://wire.example.com/a, -",
                "https://startup.example.io/a, -",
                "urn:uuid:1234, -",
                "not an address at all, -"
            })
    void shouldReadThePublishersCountryFromItsDomain(String url, String country) {
        assertThat(PUBLISHERS.of(url)).isEqualTo(Optional.ofNullable(country));
    }

    @Test
    void shouldTakeAListedTargetsPlaceBeforeItsNationality() {
        TargetCountries countries = new TargetCountries(
                List.of(
                        target("us-forces-iraq", "US", "IQ", "US forces"),
                        target("embassy", "FR", null, "French embassy")),
                Nations.load());

        assertThat(countries.of(List.of(named("US forces", "US")))).contains("IQ");
        assertThat(countries.of(List.of(named("the French embassy", "FR")))).contains("FR");
        assertThat(countries.of(List.of(named("a market", null)))).isEmpty();
    }

    @Test
    void shouldNotChooseBetweenTargetsInDifferentCountries() {
        TargetCountries countries = new TargetCountries(
                List.of(target("us-iraq", "US", "IQ", "US forces"), target("us-syria", "US", "SY", "US forces")),
                Nations.load());

        assertThat(countries.of(List.of(named("US forces", "US")))).isEmpty();
    }

    private static TargetCountries.Named named(String text, @Nullable String nationality) {
        return new TargetCountries.Named(text, nationality, "derived@zz");
    }

    private static Target target(String id, String country, @Nullable String within, String alias) {
        return Target.newBuilder()
                .setId(id)
                .setName(id)
                .setType(TargetType.MILITARY)
                .setCountry(country)
                .setAliases(List.of(alias))
                .setWithin(within == null ? null : new Within(within, null, null))
                .build();
    }
}
