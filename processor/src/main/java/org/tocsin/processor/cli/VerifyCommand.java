package org.tocsin.processor.cli;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;
import org.tocsin.processor.Settings;
import org.tocsin.processor.merge.MergeStage;
import org.tocsin.processor.tally.SubjectKeys;
import org.tocsin.processor.verify.Verification;
import org.tocsin.processor.watchlist.Watchlist;
import org.tocsin.processor.watchlist.WatchlistTopics;
import org.tocsin.schemas.Alert;
import org.tocsin.schemas.DailyTally;
import org.tocsin.schemas.Incident;
import org.tocsin.schemas.Topic;
import org.tocsin.schemas.Topics;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Proves that the public topics agree with each other. */
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        description = {
            "Computes all daily counts and alerts again from the incidents topic and prints every disagreement.",
            "Run it while no articles come in: records on their way disagree for a moment. Exit code 1 when any does."
        },
        footer = {"", "Example:", "  ./tocsin verify"})
final class VerifyCommand implements Callable<Integer> {
    private final Console console;

    @Mixin
    private final Connection connection = new Connection();

    VerifyCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Settings settings = connection.settings();
        Map<String, Incident> incidents = latest(settings, Topics.INCIDENTS, Incident::getIncidentId);
        Map<String, DailyTally> counts =
                latest(settings, Topics.DAILY_COUNTS, count -> SubjectKeys.dayKey(count.getSubject(), count.getDate()));
        Map<String, Alert> alerts = latest(settings, Topics.ALERTS, Alert::getAlertId);
        Verification verification = new Verification(watchlist(settings), settings.keepDays());
        var contributions = MergeStage.contributions(settings);
        incidents.values().forEach(incident -> verification.incident(contributions.apply(incident)));
        List<String> disagreements = verification.against(counts, alerts);
        disagreements.forEach(console::print);
        String verdict = disagreements.isEmpty() ? "no disagreement" : disagreements.size() + " disagreements";
        console.print("%d incidents, %d daily counts, %d alerts: %s"
                .formatted(incidents.size(), counts.size(), alerts.size(), verdict));
        return disagreements.isEmpty() ? 0 : 1;
    }

    private static Watchlist watchlist(Settings settings) {
        try (WatchlistTopics topics = new WatchlistTopics(settings)) {
            return topics.inForce();
        }
    }

    private <T extends SpecificRecord> Map<String, T> latest(
            Settings settings, Topic<T> topic, Function<T, String> key) {
        Map<String, T> latest = new TreeMap<>();
        try (TopicReader<T> reader = new TopicReader<>(settings, topic, console)) {
            reader.readToEnd(record -> latest.put(key.apply(record), record));
        }
        return latest;
    }
}
