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
}
