package org.tocsin.processor;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.tocsin.processor.replay.ReportBook;
import org.tocsin.schemas.Alert;
import org.tocsin.schemas.AlertKind;
import org.tocsin.schemas.DailyTally;
import org.tocsin.schemas.Incident;

/**
 * What a careful reader takes from the sample feed (samples/expected.json), held against what Tocsin took. The alerts
 * must be exact. The coder does not reach all incidents and counts; the bounds here are what it reached when they were
 * set, so that nothing is lost again unnoticed, and what is wrong is printed.
 */
public final class ExpectedSamples {
    public static final int MISSED = 5;
    public static final int FALSE_ALARMS = 9;
    public static final int WRONG_COUNTS = 15;

    private final JsonNode expected;

    private ExpectedSamples(JsonNode expected) {
        this.expected = expected;
    }

    public static ExpectedSamples read() {
        try {
            return new ExpectedSamples(
                    new ObjectMapper().readTree(Files.readString(Path.of("..", "samples", "expected.json"))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Labels of the incidents that do not stand, on their day and in their country, with an article of theirs. */
    public List<String> missed(ReportBook book) {
        List<String> missed = new ArrayList<>();
        for (JsonNode incident : expected.get("incidents")) {
            if (!isFound(book, incident)) {
                missed.add(incident.get("label").asText());
            }
        }
        System.out.println("sample incidents missed or on another day: " + missed);
        return missed;
    }

    /** Articles without an attack that report one all the same. */
    public List<String> falseAlarms(ReportBook book) {
        Set<String> reporting = new HashSet<>();
        book.articles().values().forEach(reporting::addAll);
        List<String> falseAlarms = new ArrayList<>();
        for (JsonNode none : expected.get("noIncident")) {
            String id = none.get("article").asText();
            if (reporting.contains(id)) {
                falseAlarms.add(id);
            }
        }
        System.out.println("sample articles wrongly taken for reports of attacks: " + falseAlarms);
        return falseAlarms;
    }

    /** Countries and targets whose days are counted otherwise than a careful reader counts them; firm ones only. */
    public List<String> wrongCounts(Collection<DailyTally> tallies) {
        Map<String, Integer> counted = new TreeMap<>();
        tallies.forEach(tally -> counted.put(
                "%s %s %s"
                        .formatted(
                                tally.getSubject().getKind(), tally.getSubject().getId(), tally.getDate()),
                tally.getCertain()));
        List<String> wrong = new ArrayList<>();
        for (JsonNode cell : expected.get("dailyCounts")) {
            String kind = cell.get("kind").asText();
            if (cell.get("firm").asBoolean() && (kind.equals("COUNTRY") || kind.equals("TARGET"))) {
                String id = kind.equals("COUNTRY")
                        ? cell.get("countryCode").asText()
                        : cell.get("id").asText();
                String key = "%s %s %s".formatted(kind, id, cell.get("date").asText());
                int right = cell.get("certain").asInt();
                int found = counted.getOrDefault(key, 0);
                if (found != right) {
                    wrong.add("%s: %d instead of %d".formatted(key, found, right));
                }
            }
        }
        System.out.println("sample days counted otherwise: " + wrong);
        return wrong;
    }

    /** The alerts that the shipped rule must leave standing: target and day. */
    public Set<String> alerts() {
        Set<String> alerts = new TreeSet<>();
        for (JsonNode alert : expected.get("shippedRule").get("alerts")) {
            alerts.add(alert.get("target").asText() + " " + alert.get("date").asText());
        }
        return alerts;
    }

    /** The alerts among these that stand, given by their last revisions, in the words of {@link #alerts()}. */
    public static Set<String> alerts(Collection<Alert> latest) {
        Set<String> alerts = new TreeSet<>();
        latest.stream()
                .filter(alert -> alert.getKind() != AlertKind.WITHDRAWN)
                .forEach(alert -> alerts.add(alert.getSubject().getId() + " " + alert.getDate()));
        return alerts;
    }

    private static boolean isFound(ReportBook book, JsonNode incident) {
        Set<String> articles = new HashSet<>();
        incident.get("articles").forEach(id -> articles.add(id.asText()));
        Map<String, Set<String>> reports = book.articles();
        return book.standing().stream()
                .filter(found -> reports.getOrDefault(found.getIncidentId(), Set.of()).stream()
                        .anyMatch(articles::contains))
                .anyMatch(found -> isThere(found, incident));
    }

    private static boolean isThere(Incident found, JsonNode incident) {
        String country = incident.get("place").get("countryCode").asText();
        LocalDate earliest =
                LocalDate.parse(incident.get("date").get("earliest").asText());
        LocalDate latest = LocalDate.parse(incident.get("date").get("latest").asText());
        boolean there = found.getPlace()
                .flatMap(place -> place.getCountryCode())
                .filter(country::equals)
                .isPresent();
        boolean then = found.getAttackDate()
                .filter(date ->
                        date.getEarliest().equals(earliest) && date.getLatest().equals(latest))
                .isPresent();
        return there && then;
    }
}
