package org.tocsin.processor.tally;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tocsin.processor.tally.TallyFixture.incident;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.tocsin.schemas.Alert;
import org.tocsin.schemas.AlertKind;
import org.tocsin.schemas.AvroSerdes;
import org.tocsin.schemas.Cause;
import org.tocsin.schemas.CauseKind;
import org.tocsin.schemas.CountedIncident;
import org.tocsin.schemas.DailyTally;

/** What is kept of days in memory is what the stores hold, whatever has been put out of it, and after a restart. */
class KnownDaysTest {
    private static final LocalDate FIRST = LocalDate.parse("2020-01-01");
    private static final AvroSerdes SERDES = AvroSerdes.of(Map.of(AvroSerdes.REGISTRY_URL, "mock://known-days"));
    private static final Moment MOMENT =
            new Moment(Cause.newBuilder().setKind(CauseKind.REPORT).build(), Optional.empty(), List.of());
    private static final int DAYS = 12;
    private static final int IDS = 6;
    private static final int RULES = 2;
    /** In memory; each of the two rules' alerts holds one incident. */
    private static final int MOST = 10;
    /** The day read last stays whole, however much is on it. */
    private static final int LARGEST = 1 + IDS + RULES;

    private final MockProcessorContext<Void, Void> context = new MockProcessorContext<>();
    private final KeyValueStore<String, CountedIncident> cells = store("cells", CountedIncident.class);
    private final KeyValueStore<String, DailyTally> counts = store("counts", DailyTally.class);
    private final KeyValueStore<String, Alert> alerts = store("alerts", Alert.class);

    /** Days as they must be. */
    private final Map<String, Map<String, CountedIncident>> incidentsOf = new TreeMap<>();

    private final Map<String, DailyTally> countOf = new TreeMap<>();
    private final Map<String, Map<String, Alert>> alertsOf = new TreeMap<>();

    @Property(tries = 200)
    void shouldKnowOfEachDayWhatWasPut(@ForAll Random random) {
        KnownDays days = restarted();
        for (int step = 1; step <= 60; step++) {
            String day = day(random.nextInt(DAYS));
            String id = "i" + random.nextInt(IDS);
            switch (random.nextInt(6)) {
                case 0 -> putCount(days, day);
                case 1 -> putAlert(days, day, "rule-" + random.nextInt(RULES), step);
                case 2 -> remove(days, day, id);
                case 3 -> days = restarted();
                default -> putIncident(days, day, id, step);
            }
            String other = day(random.nextInt(DAYS));
            assertKnown(days, day);
            assertKnown(days, other);
            assertThat(days.size()).isLessThanOrEqualTo(MOST + LARGEST);
        }
    }

    private KnownDays restarted() {
        return new KnownDays(cells, counts, alerts, MOST);
    }

    private void assertKnown(KnownDays days, String day) {
        assertThat(days.incidents(day))
                .containsExactlyElementsOf(
                        incidentsOf.getOrDefault(day, Map.of()).values());
        assertThat(days.count(day).orElse(null)).isEqualTo(countOf.get(day));
        assertThat(days.alerts(day)).isEqualTo(alertsOf.getOrDefault(day, Map.of()));
    }

    private void putIncident(KnownDays days, String day, String id, int revision) {
        CountedIncident incident = incident(id, SubjectKeys.dateOf(day).toString())
                .setRevision(revision)
                .build();
        days.put(day, id, incident);
        incidentsOf.computeIfAbsent(day, d -> new TreeMap<>()).put(id, incident);
    }

    private void remove(KnownDays days, String day, String id) {
        days.put(day, id, null);
        incidentsOf.computeIfAbsent(day, d -> new TreeMap<>()).remove(id);
    }

    private void putCount(KnownDays days, String day) {
        TallyRule.Day before = new TallyRule.Day(
                TallyFixture.US_FORCES, SubjectKeys.dateOf(day), Optional.ofNullable(countOf.get(day)));
        DailyTally count = TallyRule.count(before, List.of(), ZoneOffset.UTC, false, List.of(), MOMENT);
        days.put(day, count);
        countOf.put(day, count);
    }

    private void putAlert(KnownDays days, String day, String rule, int revision) {
        Alert alert = Alert.newBuilder()
                .setAlertId(day + rule)
                .setKind(AlertKind.RAISED)
                .setRevision(revision)
                .setLevel("high")
                .setSubject(TallyFixture.US_FORCES)
                .setDate(SubjectKeys.dateOf(day))
                .setZone("Asia/Baghdad")
                .setCount(1)
                .setThreshold(0)
                .setRuleId(rule)
                .setRuleVersion(1)
                .setIncidents(List.of(
                        incident("i0", SubjectKeys.dateOf(day).toString()).build()))
                .setCause(MOMENT.cause())
                .setClosesAt(Instant.parse("2020-01-05T00:00:00Z"))
                .setSilentPublishers(List.of())
                .setAfterClose(false)
                .build();
        days.put(day, alert);
        alertsOf.computeIfAbsent(day, d -> new TreeMap<>()).put(rule, alert);
    }

    private static String day(int number) {
        return SubjectKeys.dayKey(TallyFixture.US_FORCES, FIRST.plusDays(number));
    }

    private <T extends SpecificRecord> KeyValueStore<String, T> store(String name, Class<T> type) {
        KeyValueStore<String, T> store = Stores.keyValueStoreBuilder(
                        Stores.inMemoryKeyValueStore(name), Serdes.String(), SERDES.values(type))
                .withLoggingDisabled()
                .build();
        store.init(context.getStateStoreContext(), store);
        return store;
    }
}
