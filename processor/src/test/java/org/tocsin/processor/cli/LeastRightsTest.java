package org.tocsin.processor.cli;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
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
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.tocsin.processor.Settings;
import org.tocsin.processor.security.Certificates;
import org.tocsin.processor.security.Right;
import org.tocsin.processor.security.SecureBroker;
import org.tocsin.processor.stack.SchemaSetup;
import org.tocsin.processor.stack.TestStack;
import org.tocsin.processor.stack.TopicSetup;
import org.tocsin.schemas.AvroSerdes;

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

    /** One right in so many is taken away in a build. */
    private static final Map<String, Integer> SLOW = Map.of("processor", 12, "requeue", 9, "connect", 21);

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
        assertThat(parts.keySet())
                .containsExactly(
                        "setup",
                        "processor",
                        "api",
                        "publisher",
                        "watch",
                        "requeue",
                        "subscriber",
                        "watchlist",
                        "purge",
                        "connect");
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

    /** Seeing that one of these does not work takes long, so a build tries only some rights of it. */
    private static List<Right> taken(String part, List<Right> rights) {
        Integer every = SLOW.get(part);
        if (ALL || every == null) {
            return rights;
        }
        System.out.printf(
                "Of the %d rights of %s one in %d is taken away here; -Dtocsin.rights=all takes away each in turn%n",
                rights.size(), part, every);
        return IntStream.range(0, rights.size())
                .filter(i -> i % every == 0)
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
        return new PartAtWork(own, all, Files.createTempDirectory(directory, "part")).works(part, within);
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
}
