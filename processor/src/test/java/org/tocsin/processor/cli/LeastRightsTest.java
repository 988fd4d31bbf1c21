package org.tocsin.processor.cli;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.AuthorizationException;
import org.awaitility.core.ConditionTimeoutException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.tocsin.coder.EventCoder;
import org.tocsin.processor.OperatorException;
import org.tocsin.processor.PipelineApp;
import org.tocsin.processor.Settings;
import org.tocsin.processor.security.Certificates;
import org.tocsin.processor.security.Right;
import org.tocsin.processor.security.SecureBroker;
import org.tocsin.processor.stack.SchemaSetup;
import org.tocsin.processor.stack.TestStack;
import org.tocsin.processor.stack.TopicSetup;
import org.tocsin.schemas.AvroSerdes;
import org.tocsin.schemas.Topic;
import org.tocsin.schemas.Topics;

/**
 * The table of rights in {@code docs/security.md}, on a real broker with SASL_SSL and ACLs: with the rights of its rows a
 * part works, and with one fewer it does not.
 */
class LeastRightsTest {
    private static final Duration WORKS_WITHIN = Duration.ofMinutes(2);
    /** Most refusals are told at once. Kafka keeps trying after some: those are given this often the time of all rights. */
    private static final int PATIENCE = 2;
    /** Until that time is known; when the part does not work at all, nothing else is told by waiting. */
    private static final Duration WITHOUT_A_MEASURE = Duration.ofSeconds(2);

    private static final AtomicInteger TRIES = new AtomicInteger();

    @TempDir
    private static Path directory;

    private static final boolean ALL = "all".equals(System.getProperty("tocsin.rights"));

    private static SecureBroker broker;
    private static Admin admin;

    @BeforeAll
    static void startBroker() throws Exception {
        broker = SecureBroker.start(directory, Certificates.in(directory));
        admin = Admin.create(broker.client(SecureBroker.ADMIN));
    }

    @AfterAll
    static void stopBroker() {
        admin.close();
        broker.close();
    }

    @TestFactory
    Stream<DynamicTest> shouldWorkWithTheseRightsAndNotWithOneFewer() throws Exception {
        Map<String, List<Right>> parts =
                Right.documented().stream().collect(groupingBy(Right::part, LinkedHashMap::new, Collectors.toList()));
        assertThat(parts.keySet()).containsExactly("setup", "processor", "api", "publisher", "subscriber", "watchlist");
        return parts.entrySet().stream().flatMap(part -> cases(part.getKey(), part.getValue()));
    }

    private static Stream<DynamicTest> cases(String part, List<Right> rights) {
        AtomicReference<Duration> needed = new AtomicReference<>(WITHOUT_A_MEASURE);
        DynamicTest all = DynamicTest.dynamicTest(part + " works", () -> {
            long start = System.nanoTime();
            assertThat(works(part, rights, WORKS_WITHIN)).isTrue();
            needed.set(Duration.ofNanos(System.nanoTime() - start));
        });
        Stream<DynamicTest> oneFewer = taken(part, rights).stream()
                .map(right -> DynamicTest.dynamicTest(
                        "%s does not without %s on %s %s"
                                .formatted(part, right.operation(), right.resource(), right.name()),
                        () -> assertThat(works(
                                        part,
                                        without(right, rights),
                                        requireNonNull(needed.get()).multipliedBy(PATIENCE)))
                                .isFalse()));
        return Stream.concat(Stream.of(all), oneFewer);
    }

    /** Seeing that the processor does not work takes long, so a build tries every third right of it. */
    private static List<Right> taken(String part, List<Right> rights) {
        if (ALL || !part.equals("processor")) {
            return rights;
        }
        System.out.println("Of the processor's " + rights.size()
                + " rights every third is taken away here; -Dtocsin.rights=all takes away each in turn, 2 minutes");
        return IntStream.range(0, rights.size())
                .filter(i -> i % 3 == 0)
                .mapToObj(rights::get)
                .toList();
    }

    private static List<Right> without(Right one, List<Right> all) {
        List<Right> rest = new ArrayList<>(all);
        rest.remove(one);
        return rest;
    }

    /** Whether a part does its work, on topics of its own, with these rights alone. */
    private static boolean works(String part, List<Right> rights, Duration within) throws Exception {
        String installation = "try" + TRIES.incrementAndGet();
        admin.createAcls(rights.stream()
                        .map(right -> right.forUser(SecureBroker.USER, installation))
                        .toList())
                .all()
                .get();
        Settings own = settings(installation, SecureBroker.USER);
        Settings all = settings(installation, SecureBroker.ADMIN);
        new SchemaSetup(all).run();
        if (!part.equals("setup")) {
            new TopicSetup(all).run();
        }
        return switch (part) {
            case "setup" -> setsUp(own, all);
            case "processor" -> processes(own, all, within);
            case "api" -> readsResults(own);
            case "publisher" -> publishes(own, all);
            case "subscriber" ->
                Call.of("alerts", "--json", "--config", file(own)).exitCode() == 0;
            case "watchlist" -> appliesTwice(own);
            default -> throw new IllegalArgumentException(part);
        };
    }

    private static boolean setsUp(Settings own, Settings all) {
        try {
            new TopicSetup(own).run();
        } catch (OperatorException refused) {
            return false;
        }
        return Topics.ALL.stream().allMatch(topic -> read(all, topic).isEmpty());
    }

    /** As the HTTP interface's view does, with the same reader. */
    private static boolean readsResults(Settings own) {
        try {
            return read(own, Topics.INCIDENTS).isEmpty()
                    && read(own, Topics.DAILY_COUNTS).isEmpty()
                    && read(own, Topics.ALERTS).isEmpty();
        } catch (AuthorizationException refused) {
            return false;
        }
    }

    private static boolean publishes(Settings own, Settings all) throws Exception {
        Path lines = directory.resolve(own.topicPrefix() + "jsonl");
        Files.writeString(lines, attack("one", "Mosul") + "\nno article\n");
        Call.of("publish", lines.toString(), "--config", file(own));
        return read(all, Topics.ARTICLES).size() == 1
                && read(all, Topics.DEAD_LETTERS).size() == 1;
    }

    private static boolean appliesTwice(Settings own) throws Exception {
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

    private static boolean processes(Settings own, Settings all, Duration within) throws Exception {
        try (ArticlePublisher publisher = new ArticlePublisher(all, Call.console())) {
            List<String> articles = List.of(
                    attack("one", "Mosul"), attack("two", "Kirkuk"), attack("three", "Tikrit"), "{\"body\":\"<br/>\"}");
            for (String article : articles) {
                publisher.publish("test", 1, article.getBytes(java.nio.charset.StandardCharsets.UTF_8));
            }
            publisher.flush();
        }
        try {
            new TopicSetup(own).run();
        } catch (OperatorException refused) {
            return false;
        }
        try (PipelineApp app = PipelineApp.start(own, EventCoder.load(), Clock.systemUTC())) {
            await().atMost(within).until(() -> app.fault().isPresent() || isAllThere(all));
            return app.fault().isEmpty();
        } catch (ConditionTimeoutException notAllThere) {
            return false;
        }
    }

    private static boolean isAllThere(Settings all) throws Exception {
        return !read(all, Topics.ALERTS).isEmpty()
                && !read(all, Topics.DAILY_COUNTS).isEmpty()
                && !read(all, Topics.DEAD_LETTERS).isEmpty()
                && isPurged(all);
    }

    /** What merge has read is freed between code and merge. */
    private static boolean isPurged(Settings all) throws Exception {
        TopicPartition reports = new TopicPartition(all.kafka().get("application.id") + "-reports-repartition", 0);
        return admin.listOffsets(Map.of(reports, OffsetSpec.earliest()))
                        .partitionResult(reports)
                        .get()
                        .offset()
                > 0;
    }

    private static <T extends SpecificRecord> List<T> read(Settings settings, Topic<T> topic) {
        List<T> records = new ArrayList<>();
        try (TopicReader<T> reader = new TopicReader<>(settings, topic, Call.console())) {
            reader.readToEnd(records::add);
        }
        return records;
    }

    private static Settings settings(String installation, String user) throws Exception {
        Map<String, Object> settings = new LinkedHashMap<>(broker.client(user));
        settings.put(
                AvroSerdes.REGISTRY_URL, TestStack.shared().clientProperties().getProperty(AvroSerdes.REGISTRY_URL));
        settings.put("tocsin.topic.prefix", installation + ".");
        settings.put("tocsin.partitions.articles", "1");
        settings.put("tocsin.partitions.reports", "1");
        settings.put("tocsin.partitions.subjects", "1");
        settings.put("tocsin.registry.patience", "1s");
        settings.put("application.id", installation);
        settings.put("state.dir", Files.createTempDirectory(directory, "state").toString());
        settings.put("repartition.purge.interval.ms", "200");
        return Settings.of(settings);
    }

    private static String file(Settings settings) throws Exception {
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
