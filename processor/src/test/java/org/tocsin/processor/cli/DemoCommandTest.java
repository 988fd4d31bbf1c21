package org.tocsin.processor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tocsin.processor.ExpectedSamples;
import org.tocsin.processor.Settings;
import org.tocsin.processor.replay.ReportBook;
import org.tocsin.processor.stack.EmbeddedStack;
import org.tocsin.processor.tally.SubjectKeys;
import org.tocsin.schemas.Alert;
import org.tocsin.schemas.DailyTally;
import org.tocsin.schemas.Topic;
import org.tocsin.schemas.Topics;

/** The demo on real Kafka against what a careful reader takes from the samples. */
class DemoCommandTest {
    @TempDir
    Path data;

    @Test
    void shouldLeaveTheExpectedIncidentsCountsAndAlertsInTheTopics() {
        Call call = Call.of("demo", "--exit", "--data", data.toString());

        assertThat(call.exitCode()).as(call.err()).isZero();
        assertThat(call.err()).contains("68 articles published").contains("all articles processed");
        ReportBook incidents = new ReportBook();
        Map<String, DailyTally> counts = new TreeMap<>();
        Map<String, Alert> alerts = new LinkedHashMap<>();
        try (EmbeddedStack stack = EmbeddedStack.start(data.resolve("demo"))) {
            Settings settings = settings(stack);
            read(settings, Topics.INCIDENTS, incidents::take);
            read(settings, Topics.DAILY_COUNTS, t -> counts.put(SubjectKeys.dayKey(t.getSubject(), t.getDate()), t));
            read(settings, Topics.ALERTS, alert -> alerts.put(alert.getAlertId(), alert));
        }
        ExpectedSamples expected = ExpectedSamples.read();
        assertThat(expected.missed(incidents)).hasSizeLessThanOrEqualTo(ExpectedSamples.MISSED);
        assertThat(expected.falseAlarms(incidents)).hasSizeLessThanOrEqualTo(ExpectedSamples.FALSE_ALARMS);
        assertThat(expected.wrongCounts(counts.values())).hasSizeLessThanOrEqualTo(ExpectedSamples.WRONG_COUNTS);
        assertThat(ExpectedSamples.alerts(alerts.values())).isEqualTo(expected.alerts());
    }

    private static Settings settings(EmbeddedStack stack) {
        Map<String, Object> settings = new LinkedHashMap<>();
        stack.clientProperties().forEach((k, v) -> settings.put(k.toString(), v));
        return Settings.of(settings);
    }

    private static <T extends SpecificRecord> void read(Settings settings, Topic<T> topic, Consumer<T> each) {
        try (TopicReader<T> reader = new TopicReader<>(settings, topic, Call.console())) {
            reader.readToEnd(each);
        }
    }
}
