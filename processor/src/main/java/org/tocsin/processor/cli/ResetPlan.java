package org.tocsin.processor.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.tocsin.processor.Settings;
import org.tocsin.processor.StreamsConfiguration;
import org.tocsin.schemas.Topic;
import org.tocsin.schemas.Topics;

/**
 * What a reset deletes.
 *
 * @param application whose reading positions are forgotten, so that it reads all articles that are held again
 * @param internalTopics with all that it has stored
 * @param outputs public topics that it writes; none unless asked for
 * @param state its folder on this machine
 */
record ResetPlan(String application, List<String> internalTopics, List<String> outputs, Path state) {
    /** What the pipeline writes anew. Dead letters are not: lines of files would be lost. */
    private static final List<Topic<?>> OUTPUTS = List.of(Topics.INCIDENTS, Topics.DAILY_COUNTS, Topics.ALERTS);

    /**
     * The plan for a cluster.
     *
     * @param topics all that there are
     * @param withOutputs also the public topics
     */
    static ResetPlan of(Settings settings, Collection<String> topics, boolean withOutputs) {
        var config = StreamsConfiguration.of(settings);
        String application = String.valueOf(config.get("application.id"));
        Path states = Path.of(String.valueOf(
                config.getOrDefault("state.dir", Path.of(System.getProperty("java.io.tmpdir"), "kafka-streams"))));
        List<String> outputs = OUTPUTS.stream()
                .map(topic -> topic.name(settings.topicPrefix()))
                .filter(topics::contains)
                .toList();
        return new ResetPlan(
                application,
                topics.stream()
                        .filter(topic -> isInternal(topic, application))
                        .sorted()
                        .toList(),
                withOutputs ? outputs : List.of(),
                states.resolve(application));
    }

    private static boolean isInternal(String topic, String application) {
        return topic.startsWith(application + "-") && (topic.endsWith("-changelog") || topic.endsWith("-repartition"));
    }

    /** For the person who is asked. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add("reading positions of the application " + application);
        internalTopics.forEach(topic -> lines.add("internal topic " + topic));
        outputs.forEach(topic -> lines.add("PUBLIC topic " + topic + ", with all that subscribers have not read"));
        lines.add("the folder " + state + " on this machine");
        return lines;
    }
}
