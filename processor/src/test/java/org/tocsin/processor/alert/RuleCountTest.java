package org.tocsin.processor.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.tocsin.processor.watchlist.Watchlist;
import org.tocsin.schemas.AlertRule;
import org.tocsin.schemas.AttackType;
import org.tocsin.schemas.AvroSerdes;
import org.tocsin.schemas.CountBasis;
import org.tocsin.schemas.CountedIncident;
import org.tocsin.schemas.DateRange;
import org.tocsin.schemas.RuleMatch;
import org.tocsin.schemas.Stage;
import org.tocsin.schemas.Subject;
import org.tocsin.schemas.SubjectKind;
import org.tocsin.schemas.TargetType;

/** Which subjects a rule watches, and which of their incidents it counts. */
class RuleCountTest {
    static {
        AvroSerdes.trustOwnRecords();
    }

    private static final RuleMatch ANY = RuleMatch.newBuilder().build();

    private static Stream<Arguments> filters() {
        return Stream.of(
                Arguments.of("any", rule(ANY), true),
                Arguments.of("its attack type", rule(attackTypes(AttackType.BOMBING_EXPLOSION)), true),
                Arguments.of("another attack type", rule(attackTypes(AttackType.KIDNAPPING)), false),
                Arguments.of("its country", rule(match().setCountries(List.of("SY", "IQ"))), true),
                Arguments.of("another country", rule(match().setCountries(List.of("SY"))), false),
                Arguments.of("its region", rule(match().setRegions(List.of("IQ.Nineveh"))), true),
                Arguments.of("a region of that name elsewhere", rule(match().setRegions(List.of("SY.Nineveh"))), false),
                Arguments.of("as many publishers", with().setMinPublishers(2).build(), true),
                Arguments.of("more publishers", with().setMinPublishers(3).build(), false),
                Arguments.of("as sure", with().setMinConfidence(0.7).build(), true),
                Arguments.of("surer", with().setMinConfidence(0.71).build(), false),
                Arguments.of(
                        "its stage", with().setStages(List.of(Stage.ATTEMPTED)).build(), true),
                Arguments.of(
                        "other stages",
                        with().setStages(List.of(Stage.ACCOMPLISHED)).build(),
                        false));
    }

    @ParameterizedTest(name = "{0}: {2}")
    @MethodSource("filters")
    void shouldCountWhatTheRuleAsksFor(String name, AlertRule rule, boolean counts) {
        assertThat(RuleCount.counted(
                        rule, SubjectKind.TARGET, List.of(incident().build())))
                .hasSize(counts ? 1 : 0);
    }

    @Test
    void shouldCountWhatIsOnlyPossibleWhereTheRuleSaysSoAndUndatedIncidentsNever() {
        CountedIncident possible = incident().setCertain(false).build();
        CountedIncident undated =
                incident().setCertain(false).setAttackDate(null).build();
        List<CountedIncident> day = List.of(incident().build(), possible, undated);

        assertThat(RuleCount.counted(rule(ANY), SubjectKind.TARGET, day)).hasSize(1);
        assertThat(RuleCount.counted(with().setBasis(CountBasis.POSSIBLE).build(), SubjectKind.TARGET, day))
                .hasSize(2);
    }

    @Test
    void shouldAskTheIncidentForWhatTheSubjectDoesNotSay() {
        AlertRule onSoldiers = AlertRule.newBuilder(rule(match().setTypes(List.of(TargetType.MILITARY))))
                .setCountBy(SubjectKind.COUNTRY)
                .build();
        CountedIncident onPolice =
                incident().setTargetTypes(List.of(TargetType.POLICE)).build();

        assertThat(RuleCount.watches(onSoldiers, subject(SubjectKind.COUNTRY, "IQ")))
                .isTrue();
        assertThat(RuleCount.counted(
                        onSoldiers, SubjectKind.COUNTRY, List.of(incident().build(), onPolice)))
                .hasSize(1);
    }

    @Test
    void shouldWatchSubjectsOfItsKindOnlyThatItsMatchNames() {
        AlertRule group = AlertRule.newBuilder(rule(match().setGroups(List.of("missions"))))
                .setCountBy(SubjectKind.GROUP)
                .build();
        AlertRule members = rule(match().setGroups(List.of("missions")));
        Subject embassy = Subject.newBuilder(subject(SubjectKind.TARGET, "embassy"))
                .setGroups(List.of("missions"))
                .build();

        assertThat(RuleCount.watches(group, subject(SubjectKind.GROUP, "missions")))
                .isTrue();
        assertThat(RuleCount.watches(group, subject(SubjectKind.GROUP, "forces")))
                .isFalse();
        assertThat(RuleCount.watches(group, embassy)).isFalse();
        assertThat(RuleCount.watches(members, embassy)).isTrue();
        assertThat(RuleCount.watches(members, subject(SubjectKind.TARGET, "base")))
                .isFalse();
    }

    private static RuleMatch.Builder match() {
        return RuleMatch.newBuilder();
    }

    private static RuleMatch.Builder attackTypes(AttackType type) {
        return match().setAttackTypes(List.of(type));
    }

    private static AlertRule.Builder with() {
        return AlertRule.newBuilder(Watchlist.SHIPPED_RULE);
    }

    private static AlertRule rule(RuleMatch.Builder match) {
        return rule(match.build());
    }

    private static AlertRule rule(RuleMatch match) {
        return with().setMatch(match).build();
    }

    private static Subject subject(SubjectKind kind, String id) {
        return Subject.newBuilder()
                .setKind(kind)
                .setId(id)
                .setName(id)
                .setCountryCode("IQ")
                .build();
    }

    /** An attempted bombing of soldiers in Nineveh, told by two publishers. */
    private static CountedIncident.Builder incident() {
        LocalDate day = LocalDate.parse("2024-03-12");
        return CountedIncident.newBuilder()
                .setIncidentId("i")
                .setRevision(1)
                .setAttackDate(new DateRange(day, day))
                .setZone("Asia/Baghdad")
                .setFirstReportedAt(Instant.parse("2024-03-12T12:00:00Z"))
                .setCertain(true)
                .setConfidence(0.7)
                .setPublishers(2)
                .setAttackType(AttackType.BOMBING_EXPLOSION)
                .setStage(Stage.ATTEMPTED)
                .setTargetTypes(List.of(TargetType.MILITARY))
                .setCountryCode("IQ")
                .setAdmin1("Nineveh");
    }
}
