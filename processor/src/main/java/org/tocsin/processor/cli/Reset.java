package org.tocsin.processor.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.MemberDescription;
import org.apache.kafka.clients.admin.StreamsGroupMemberDescription;
import org.apache.kafka.common.GroupType;
import org.tocsin.processor.OperatorException;
import org.tocsin.processor.Settings;
import org.tocsin.processor.stack.KafkaFailure;

/** Makes the pipeline forget all that it has read and stored, after which it starts anew with the articles held. */
final class Reset implements AutoCloseable {
    private final Settings settings;
    private final Admin admin;

    Reset(Settings settings) {
        this.settings = settings;
        this.admin = Admin.create(new HashMap<>(settings.kafka()));
    }

    /** What is to be deleted. */
    ResetPlan plan(boolean withOutputs) {
        return ask(() -> ResetPlan.of(settings, admin.listTopics().names().get(), withOutputs));
    }

    /**
     * Returns when nobody is left in the application's group.
     *
     * @param patience how long to wait for sessions to time out
     * @throws OperatorException when an instance runs
     */
    void requireStopped(ResetPlan plan, Duration patience) throws InterruptedException {
        String application = plan.application();
        long deadline = System.nanoTime() + patience.toNanos();
        Collection<String> hosts = members(application);
        while (!hosts.isEmpty() && System.nanoTime() < deadline) {
            TimeUnit.SECONDS.sleep(1);
            hosts = members(application);
        }
        if (!hosts.isEmpty()) {
            throw new OperatorException(
                    "the application %s runs on %s; stop all its instances first (one that has just ended counts until its session times out, 45 s unless set)"
                            .formatted(application, String.join(", ", hosts)));
        }
    }

    /** Deletes it all; what is gone already is left out, so that a reset that was cut short can be called again. */
    void carryOut(ResetPlan plan) {
        ask(() -> {
            Optional<GroupType> type = type(plan.application());
            List<String> group = List.of(plan.application());
            if (type.filter(GroupType.STREAMS::equals).isPresent()) {
                admin.deleteStreamsGroups(group).all().get();
            } else if (type.isPresent()) {
                admin.deleteConsumerGroups(group).all().get();
            }
            admin.deleteTopics(Stream.concat(plan.internalTopics().stream(), plan.outputs().stream())
                            .toList())
                    .all()
                    .get();
            return true;
        });
        delete(plan.state());
    }

    private Collection<String> members(String application) {
        return ask(() -> type(application)
                .map(type -> type == GroupType.STREAMS ? streamsHosts(application) : hosts(application))
                .orElse(List.of()));
    }

    private Optional<GroupType> type(String application) throws ExecutionException, InterruptedException {
        return admin.listGroups().all().get().stream()
                .filter(group -> group.groupId().equals(application))
                .findFirst()
                .flatMap(GroupListing::type);
    }

    private Collection<String> hosts(String application) {
        return ask(() -> described(
                        admin.describeConsumerGroups(List.of(application)).all().get())
                .flatMap(group -> group.members().stream())
                .map(MemberDescription::host)
                .collect(Collectors.toSet()));
    }

    private Collection<String> streamsHosts(String application) {
        return ask(() -> described(
                        admin.describeStreamsGroups(List.of(application)).all().get())
                .flatMap(group -> group.members().stream())
                .map(StreamsGroupMemberDescription::clientHost)
                .collect(Collectors.toSet()));
    }

    private static <T> Stream<T> described(Map<String, T> groups) {
        return groups.values().stream();
    }

    private static void delete(Path folder) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new OperatorException(
                    "the folder %s could not be removed (%s); remove it before the next start".formatted(folder, e), e);
        }
    }

    /** A question to the cluster. */
    private interface Question<T> {
        T ask() throws ExecutionException, InterruptedException;
    }

    private <T> T ask(Question<T> question) {
        try {
            return question.ask();
        } catch (ExecutionException e) {
            throw KafkaFailure.of(e, settings.kafka());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new OperatorException("interrupted while waiting for Kafka", e);
        }
    }

    @Override
    public void close() {
        admin.close();
    }
}
