package org.tocsin.processor.merge;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.tocsin.schemas.IncidentReport;

@SuppressWarnings("EnumOrdinal") // Features are indexed by it.
class ComparisonTest {
    private static final NameWords NAME_WORDS =
            MergeModel.load(MergeSettings.DEFAULT).nameWords();

    private static double value(Feature feature, ReportOf one, ReportOf other) {
        return Comparison.of(profile(one.published("2024-03-14")), profile(other.published("2024-03-14")))[
                feature.ordinal()];
    }

    private static Profile profile(IncidentReport report) {
        return Profile.of(report, NAME_WORDS);
    }

    private static ReportOf atSite(String id, String site) {
        return ReportOf.attack(id, "rockets")
                .at("Baghdad", "Baghdad", 33.3, 44.4)
                .site(site);
    }

    @Test
    void shouldTellSitesOfOneTownApartThatShareNoWord() {
        assertThat(value(Feature.OTHER_SITE, atSite("a", "US embassy"), atSite("b", "Baghdad airport")))
                .isEqualTo(1);
        assertThat(value(Feature.OTHER_SITE, atSite("a", "the airport"), atSite("b", "Baghdad airport")))
                .isZero();
        assertThat(value(
                        Feature.OTHER_SITE,
                        ReportOf.attack("a", "rockets").at("Baghdad", "Baghdad", 33.3, 44.4),
                        atSite("b", "Baghdad airport")))
                .isZero();
    }

    @Test
    void shouldSeeThatBothTownAndDayAreOthers() {
        ReportOf hit =
                ReportOf.attack("a", "rockets").at("Harir", "Erbil", 36.5, 44.4).on("2024-03-13");
        ReportOf other = ReportOf.attack("b", "rockets").at("Baghdad", "Baghdad", 33.3, 44.4);

        assertThat(value(Feature.OTHER_TOWN_AND_DAY, hit, other.on("2024-03-12")))
                .isEqualTo(1);
        assertThat(value(Feature.OTHER_TOWN_AND_DAY, hit, other.on("2024-03-13")))
                .isZero();
    }

    @Test
    void shouldSeeThatAReportWithoutATownDoesNotNameTheOthers() {
        ReportOf kirkuk = ReportOf.attack("a", "rockets").at("Kirkuk", "Kirkuk", 35.5, 44.4);
        ReportOf atTheAirport = ReportOf.attack("b", "rockets");

        assertThat(value(Feature.TOWN_UNNAMED, kirkuk, atTheAirport)).isEqualTo(1);
        assertThat(value(Feature.TOWN_UNNAMED, atTheAirport, kirkuk)).isEqualTo(1);
        assertThat(value(Feature.TOWN_UNNAMED, atTheAirport, ReportOf.attack("c", "rockets")))
                .isZero();
        assertThat(value(Feature.TOWN_UNNAMED, kirkuk, atSite("c", "airport"))).isZero();
    }

    @Test
    void shouldTakeAReportWithoutATownForOneOfTheTownThatItNames() {
        ReportOf kirkuk = ReportOf.attack("a", "rockets").at("Kirkuk", "Kirkuk", 35.5, 44.4);

        assertThat(value(
                        Feature.TOWN_UNNAMED,
                        kirkuk,
                        ReportOf.attack("b", "rockets").naming("kirkuk police")))
                .isZero();
        assertThat(value(
                        Feature.TOWN_UNNAMED,
                        kirkuk,
                        ReportOf.attack("c", "rockets").inRegion("Kirkuk")))
                .isZero();
        assertThat(value(
                        Feature.TOWN_UNNAMED,
                        kirkuk,
                        ReportOf.attack("d", "rockets").inRegion("Anbar")))
                .isEqualTo(1);
    }
}
