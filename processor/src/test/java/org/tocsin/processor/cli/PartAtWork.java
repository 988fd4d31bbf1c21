package org.tocsin.processor.cli;

import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.AuthorizationException;
import org.awaitility.core.ConditionTimeoutException;
import org.tocsin.coder.EventCoder;
import org.tocsin.processor.OperatorException;
import org.tocsin.processor.PipelineApp;
import org.tocsin.processor.Settings;
import org.tocsin.processor.http.Publications;
import org.tocsin.processor.stack.TopicSetup;
import org.tocsin.processor.tally.SubjectKeys;
import org.tocsin.schemas.Cause;
import org.tocsin.schemas.CauseKind;
import org.tocsin.schemas.CountRange;
import org.tocsin.schemas.DailyTally;
import org.tocsin.schemas.DeadLetter;
import org.tocsin.schemas.DeadLetterReason;
import org.tocsin.schemas.Origin;
import org.tocsin.schemas.Subject;
import org.tocsin.schemas.SubjectKind;
import org.tocsin.schemas.Topic;
import org.tocsin.schemas.Topics;

/**
 * What each part of the table in {@code docs/security.md} does, done once in one installation.
 *
 * @param own settings of the user whose rights are tried
 * @param all settings of a user who may do anything
 * @param directory for files
 */
record PartAtWork(Settings own, Settings all, Path directory) {

    /** Whether the part does its work. */
    boolean works(String part, Duration within) throws Exception {
        return switch (part) {
            case "setup" -> setsUp();
            case "processor" -> processes(within);
            case "api" -> readsResults();
            case "publisher" -> publishes();
            case "watch" -> watches();
            case "requeue" -> putsBack();
            case "subscriber" ->
                Call.of("alerts", "--json", "--config", file(own)).exitCode() == 0;
            case "watchlist" -> appliesTwice();
            case "purge" -> purges();
            case "connect" -> new ConnectAtWork(own, all, directory).works(within);
            default -> throw new IllegalArgumentException(part);
        };
    }

    private boolean setsUp() {
        try {
            new TopicSetup(own).run();
        } catch (OperatorException refused) {
            return false;
        }
        return Topics.ALL.stream().allMatch(topic -> read(all, topic).isEmpty());
    }

    /** As the HTTP interface's view does, with the same reader; and asks, as its readiness does, whether a broker is there. */
    private boolean readsResults() throws Exception {
        try (Admin user = Admin.create(own.kafka())) {
            return !user.describeCluster().nodes().get().isEmpty()
                    && read(own, Topics.INCIDENTS).isEmpty()
                    && read(own, Topics.DAILY_COUNTS).isEmpty()
                    && read(own, Topics.ALERTS).isEmpty();
        } catch (AuthorizationException refused) {
            return false;
        }
    }

    private boolean publishes() throws Exception {
        Path lines = directory.resolve(own.topicPrefix() + "jsonl");
        Files.writeString(lines, attack("one", "Mosul") + "\nno article\n");
        Call.of("publish", lines.toString(), "--config", file(own));
        return read(all, Topics.ARTICLES).size() == 1
                && read(all, Topics.DEAD_LETTERS).size() == 1;
    }

    /** One file of one article and one line that is none. */
    private boolean watches() throws Exception {
        Path folder = Files.createDirectory(directory.resolve("in"));
        Files.writeString(folder.resolve("feed.jsonl"), attack("one", "Mosul") + "\nno article\n");
        try (FolderWatch watch =
                new FolderWatch(DropFolder.take(folder), Duration.ZERO, own, Call.console(), Clock.systemUTC())) {
            watch.look();
        } catch (KafkaException refused) {
            return false;
        }
        return read(all, Topics.ARTICLES).size() == 1
                && read(all, Topics.DEAD_LETTERS).size() == 1;
    }

    /** The letter of an article that a stage failed on. */
    private boolean putsBack() throws Exception {
        new Installation(all).publish(attack("one", "Mosul"));
        DeadLetter letter = DeadLetter.newBuilder()
                .setReason(DeadLetterReason.FAILED)
                .setStage("merge")
                .setMessage("as a fault of merge would have written it")
                .setArticleId("one")
                .setOrigin(new Origin(Topics.ARTICLES.name(all.topicPrefix()), 0, 0L, Instant.EPOCH))
                .build();
        new Installation(all).forge(Topics.DEAD_LETTERS, "one", letter);
        Call requeue = Call.of("dead-letters", "requeue", "--config", file(own));
        return requeue.exitCode() == 0 && read(all, Topics.ARTICLES).size() == 2;
    }

    private boolean appliesTwice() throws Exception {
        Path watchlist = directory.resolve(own.topicPrefix() + "yaml");
        for (String name : List.of("US forces", "Forces of the United States")) {
            Files.writeString(
                    watchlist,
                    """
                    targets:
                      - {id: us-forces, name: %s, type: MILITARY, aliases: [US troops]}
                    rules:
                      - {id: any, levels: [{name: high, exceeds: 2}]}
                    """
                            .formatted(name));
            if (Call.of("watchlist", "apply", watchlist.toString(), "--config", file(own))
                            .exitCode()
                    != 0) {
                return false;
            }
        }
        return true;
    }

    /** One old record of each kind, and a later count that says how far the news has been read. */
    private boolean purges() throws Exception {
        LocalDate old = LocalDate.parse("2024-03-10");
        try (Publications publications = Publications.on(all)) {
            publications.incident("old", 1, old, "IQ");
            publications.count("IQ", old, 1);
            publications.alert("old", 1, "IQ", old);
        }
        DailyTally latest = count(LocalDate.parse("2026-03-10"));
        new Installation(all)
                .forge(Topics.DAILY_COUNTS, SubjectKeys.dayKey(latest.getSubject(), latest.getDate()), latest);
        Call purge = Call.of("purge", "--before", "2024-06-01", "--yes", "--config", file(own));
        return purge.exitCode() == 0
                && newest(Topics.INCIDENTS) == 0
                && newest(Topics.DAILY_COUNTS) == 1
                && newest(Topics.ALERTS) == 0;
    }

    private <T extends SpecificRecord> int newest(Topic<T> topic) {
        Map<String, T> left = new HashMap<>();
        try (TopicReader<T> reader = new TopicReader<>(all, topic, Call.console())) {
            reader.readNewestToEnd(left);
        }
        return left.size();
    }

    private static DailyTally count(LocalDate day) {
        return DailyTally.newBuilder()
                .setSubject(Subject.newBuilder()
                        .setKind(SubjectKind.COUNTRY)
                        .setId("IQ")
                        .setName("Iraq")
                        .build())
                .setDate(day)
                .setZone("Asia/Baghdad")
                .setRevision(1)
                .setCertain(0)
                .setPossible(0)
                .setUndated(0)
                .setIncidentCount(0)
                .setKilled(new CountRange(0, 0))
                .setInjured(new CountRange(0, 0))
                .setClosed(true)
                .setCause(Cause.newBuilder().setKind(CauseKind.TIME).build())
                .setCompleteThrough(day.atStartOfDay(ZoneOffset.UTC).plusDays(4).toInstant())
                .build();
    }

    private boolean processes(Duration within) throws Exception {
        new Installation(all)
                .publish(
                        attack("one", "Mosul"),
                        attack("two", "Kirkuk"),
                        attack("three", "Tikrit"),
                        "{\"body\":\"<br/>\"}");
        try {
            new TopicSetup(own).run();
        } catch (OperatorException refused) {
            return false;
        }
        try (PipelineApp app = PipelineApp.start(own, EventCoder.load(), Clock.systemUTC())) {
            await().atMost(within).until(() -> app.fault().isPresent() || isAllThere());
            return app.fault().isEmpty();
        } catch (ConditionTimeoutException notAllThere) {
            return false;
        }
    }

    private boolean isAllThere() throws Exception {
        return !read(all, Topics.ALERTS).isEmpty()
                && !read(all, Topics.DAILY_COUNTS).isEmpty()
                && !read(all, Topics.DEAD_LETTERS).isEmpty()
                && isPurged();
    }

    /** What merge has read is freed between code and merge. */
    private boolean isPurged() throws Exception {
        TopicPartition reports = new TopicPartition(all.kafka().get("application.id") + "-reports-repartition", 0);
        try (Admin admin = Admin.create(all.kafka())) {
            return admin.listOffsets(Map.of(reports, OffsetSpec.earliest()))
                            .partitionResult(reports)
                            .get()
                            .offset()
                    > 0;
        }
    }

    private static <T extends SpecificRecord> List<T> read(Settings settings, Topic<T> topic) {
        List<T> records = new ArrayList<>();
        try (TopicReader<T> reader = new TopicReader<>(settings, topic, Call.console())) {
            reader.readToEnd(records::add);
        }
        return records;
    }

    private String file(Settings settings) throws Exception {
        return Call.configFile(Files.createTempDirectory(directory, "config"), settings);
    }

    private static String attack(String id, String town) {
        return """
                {"id":"%s","source":"Paper %s","title":"US patrol attacked in %s","publishedAt":"2024-03-12T10:00:00Z",\
                "body":"Gunmen opened fire on US soldiers in %s, Iraq, on Tuesday morning, wounding one soldier, a \
                police colonel said."}"""
                .formatted(id, id, town, town);
    }
}
