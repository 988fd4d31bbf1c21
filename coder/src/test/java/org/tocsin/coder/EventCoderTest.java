package org.tocsin.coder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventCoderTest {
    private static final EventCoder CODER = EventCoder.load();

    private static Article article(String body) {
        return new Article("a", null, null, null, body, null, null, LocalDate.of(2021, 5, 12));
    }

    private static Verdict code(String body) {
        return CODER.code(article(body));
    }

    private static CodedIncident first(String body) {
        return incidents(body).get(0);
    }

    private static List<CodedIncident> incidents(String body) {
        Verdict verdict = code(body);
        assertThat(verdict).isInstanceOf(Verdict.Incidents.class);
        return ((Verdict.Incidents) verdict).incidents();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            BOMBING_EXPLOSION | SUICIDE_BOMB | A suicide bomber blew himself up outside a barracks on Tuesday, killing nine soldiers, police said.
            BOMBING_EXPLOSION | AIR_DRONE_STRIKE | Warplanes bombed a market in the northern town on Monday and killed twelve civilians, medics said.
            BOMBING_EXPLOSION | SHELLING | Militants fired three rockets at an air base on Sunday night, wounding two contractors, the army said.
            BOMBING_EXPLOSION | REMOTE_EXPLOSIVE | A roadside bomb killed four police officers on patrol in the east of the country on Tuesday.
            ARMED_ASSAULT | ATTACK | Gunmen opened fire on a bus on Monday, killing five passengers, officials said.
            KIDNAPPING | ABDUCTION | Armed men abducted two engineers from a construction site on Sunday, police said.
            FACILITY_ATTACK | PROPERTY_DESTRUCTION | Unknown attackers set fire to a school on Monday night, the education office said.
            """)
    void shouldNameTheTypeInTheWordsOfGtdAndAcled(AttackType gtd, AcledSubEventType acled, String body) {
        CodedIncident incident = first(body);

        assertThat(incident.attackType()).isEqualTo(gtd);
        assertThat(incident.acledSubEventType()).isEqualTo(acled);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The home side shot down the champions on Saturday when the striker scored twice in the final.",
                "A judge sentenced a man to twenty years in prison on Monday for a bombing in 2009.",
                "The army held an exercise on Tuesday in which actors played hostages and a bomb went off.",
                "Shares in the retailer plunged on Monday after it missed its sales targets.",
                "The film tells of a sniper who kills a minister; it opens in cinemas next week."
            })
    void shouldFindNoAttackInWhatOnlySoundsLikeOne(String body) {
        assertThat(code(body)).isInstanceOf(Verdict.NotAnAttack.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "A bomb exploded in a market in Jos on 3 May 2009 and killed nine people. Gunmen shot dead two guards.",
                "A bomb killed nine people in a market in Jos on 3 May 1998."
            })
    void shouldReportNoAttackOfLongAgo(String body) {
        assertThat(code(body)).isInstanceOf(Verdict.NotAnAttack.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Gunmen killed a priest in Jos. He was ordained on 12 June 1998.",
                "A bomb killed three soldiers near Jos. The base was opened on 4 May 2009.",
                "Gunmen killed Ahmed Salem, born on 4 March 1990, in Jos.",
                "Gunmen killed an imam in Jos. His predecessor was shot dead on 27 August 2012."
            })
    void shouldReportAnAttackBesideAnOldDayOfSomethingElse(String body) {
        assertThat(incidents(body)).isNotEmpty();
    }

    @Test
    void shouldReportTheAttackOfTodayBesideOneOfLongAgo() {
        List<CodedIncident> incidents = incidents(
                "Gunmen shot dead two guards at a bank in Jos on Tuesday. In 2009 a bomb killed nine people at the same bank.");

        assertThat(incidents).hasSize(1);
        assertThat(incidents.get(0).attackDate()).isEqualTo(DateRange.on(LocalDate.of(2021, 5, 11)));
    }

    @ParameterizedTest
    @CsvSource({
        "2024-03-12T23:05:00Z, 'Erbil, Iraq', 2024-03-13", // two in the morning of Wednesday there
        "2024-03-13T03:30:00Z, 'Cali, Colombia', 2024-03-06", // still Tuesday there
        "2024-03-13T00:00:00Z, 'Cali, Colombia', 2024-03-13" // Tuesday evening there, but midnight in UTC stands for
        // the day
    })
    void shouldReadDaysInTheCivilCalendarOfThePlace(Instant publishedAt, String place, LocalDate day) {
        Article article = new Article(
                "a",
                null,
                null,
                null,
                "A rocket killed a guard at a barracks in " + place + ", early on Wednesday, police said.",
                null,
                publishedAt,
                null);

        CodedIncident incident =
                ((Verdict.Incidents) CODER.code(article)).incidents().get(0);

        assertThat(incident.attackDate()).isEqualTo(new DateRange(day, day));
    }

    @Test
    void shouldNotTakeTheDatelineForANameOfTheAttack() {
        CodedIncident incident = first(
                "AMMAN, May 12 (Levant Wire) - Gunmen killed three soldiers at a checkpoint near Palmyra, Syria, on Tuesday.");

        assertThat(incident.fingerprint().names()).contains("palmyra").doesNotContain("amman", "levant wire");
    }

    @Test
    void shouldPointItsEvidenceAtTheOriginalCharacters() {
        String body =
                "<div><p>Officials met on Monday.</p><p>Gunmen killed three <i>farmers</i> near the river on Tuesday,"
                        + " police said.</p></div>";

        Evidence evidence = first(body).evidence().get(0);

        assertThat(evidence.sentence())
                .isEqualTo("Gunmen killed three farmers near the river on Tuesday, police said.");
        assertThat(body.substring(evidence.begin(), evidence.end()))
                .startsWith("Gunmen")
                .endsWith("said.");
    }

    @Test
    void shouldShowForEachAttackOfAnArticleTheSentencesThatTellOfIt() {
        String rebels = "Rebels armed with rifles attacked the town of Dori on Monday and killed nine villagers.";
        String bomb = "In the city of Kandahar a bomb planted by rebels killed four policemen on Tuesday.";

        List<CodedIncident> incidents = incidents(rebels + " " + bomb);

        assertThat(incidents)
                .extracting(incident ->
                        incident.evidence().stream().map(Evidence::sentence).toList())
                .containsExactly(List.of(rebels), List.of(bomb));
    }

    @Test
    void shouldGiveEachAttackOfAnArticleItsOwnTollDayAndPlace() {
        List<CodedIncident> incidents = incidents(
                "KABUL - A bomb killed seven soldiers and wounded 11 on a bus in the northern city of Kunduz on Monday, "
                        + "officials said on Wednesday. The device had been hidden under a seat, a police spokesman said. "
                        + "On Sunday, gunmen on a motorcycle shot dead a judge outside his house in Herat. Nobody else was harmed. "
                        + "In Jalalabad, a roadside bomb wounded two policemen on Tuesday night. "
                        + "More than 900 civilians have been killed in the country since January.");

        assertThat(incidents)
                .extracting(
                        incident -> Objects.requireNonNull(incident.place()).name(),
                        incident ->
                                Objects.requireNonNull(incident.attackDate()).earliest(),
                        CodedIncident::killed,
                        CodedIncident::injured)
                .containsExactlyInAnyOrder(
                        tuple("Kunduz", LocalDate.of(2021, 5, 10), CountRange.exactly(7), CountRange.exactly(11)),
                        tuple("Herāt", LocalDate.of(2021, 5, 9), CountRange.exactly(1), CountRange.exactly(0)),
                        tuple("Jalālābād", LocalDate.of(2021, 5, 11), CountRange.exactly(0), CountRange.exactly(2)));
    }

    @Test
    void shouldNameEachThingThatItCannotRead() {
        assertThat(code("  \n\t ")).isEqualTo(new Verdict.Rejected(Verdict.Rejection.EMPTY, "no text"));
        assertThat(rejection("<div><img src='a.png'></div>")).isEqualTo(Verdict.Rejection.EMPTY);
        assertThat(rejection("Bombing")).isEqualTo(Verdict.Rejection.NO_PROSE);
        assertThat(rejection("x".repeat(1 << 20))).isEqualTo(Verdict.Rejection.NO_PROSE);
        assertThat(rejection("bomb,killed;".repeat(80_000))).isEqualTo(Verdict.Rejection.LANGUAGE);
        assertThat(rejection("QmFnaGRhZCBib21i".repeat(500) + " = end of file")).isEqualTo(Verdict.Rejection.NO_PROSE);
        assertThat(rejection("Blast kills five in the north\n".repeat(300))).isEqualTo(Verdict.Rejection.NO_PROSE);
        assertThat(rejection("a ".repeat(1 << 20))).isEqualTo(Verdict.Rejection.TOO_LONG);
        assertThat(rejection("La polic\u00eda dijo que los hombres mataron a un soldado en la ciudad."))
                .isEqualTo(Verdict.Rejection.LANGUAGE);
    }

    private static Verdict.Rejection rejection(String body) {
        Verdict verdict = code(body);
        assertThat(verdict).isInstanceOf(Verdict.Rejected.class);
        return ((Verdict.Rejected) verdict).reason();
    }
}
