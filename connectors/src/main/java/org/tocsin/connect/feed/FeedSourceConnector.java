package org.tocsin.connect.feed;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.kafka.common.config.Config;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.connect.connector.Task;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.source.ExactlyOnceSupport;
import org.apache.kafka.connect.source.SourceConnector;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** News feeds to the articles topic: RSS, Atom and JSON Feed, from the settings or an OPML file. */
public final class FeedSourceConnector extends SourceConnector {
    static final String VERSION = "0.1.0";

    private static final Logger LOG = LoggerFactory.getLogger(FeedSourceConnector.class);
    private static final long OPML_SECONDS = 60;

    private Map<String, String> properties = Map.of();
    private volatile Set<URI> feeds = Set.of();
    private @Nullable ScheduledExecutorService watch;

    @Override
    public String version() {
        return VERSION;
    }

    @Override
    public ConfigDef config() {
        return FeedSettings.DEFINITION;
    }

    @Override
    public Class<? extends Task> taskClass() {
        return FeedSourceTask.class;
    }

    @Override
    public void start(Map<String, String> settings) {
        properties = Map.copyOf(settings);
        FeedSettings parsed = FeedSettings.of(settings);
        try {
            feeds = read(parsed);
        } catch (IOException e) {
            throw new ConnectException(e.getMessage(), e);
        }
        if (parsed.opml().isPresent()) {
            ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor(runnable -> {
                Thread thread = new Thread(runnable, "tocsin-opml-watch");
                thread.setDaemon(true);
                return thread;
            });
            var unused =
                    executor.scheduleWithFixedDelay(() -> look(parsed), OPML_SECONDS, OPML_SECONDS, TimeUnit.SECONDS);
            watch = executor;
        }
    }

    private void look(FeedSettings settings) {
        try {
            Set<URI> now = read(settings);
            if (!now.equals(feeds)) {
                LOG.info("The OPML file has changed: {} feeds, before {}", now.size(), feeds.size());
                feeds = now;
                context().requestTaskReconfiguration();
            }
        } catch (IOException | RuntimeException e) {
            LOG.warn("Going on with the feeds as they were: {}", e.getMessage());
        }
    }

    private static Set<URI> read(FeedSettings settings) throws IOException {
        Set<URI> feeds = new LinkedHashSet<>(settings.feeds());
        if (settings.opml().isPresent()) {
            Opml opml = Opml.read(settings.opml().get());
            opml.mistakes()
                    .forEach(mistake ->
                            LOG.warn("Left out of {}: {}", settings.opml().get(), mistake));
            feeds.addAll(opml.feeds());
        }
        return feeds;
    }

    @Override
    public List<Map<String, String>> taskConfigs(int maxTasks) {
        return Shares.of(feeds, maxTasks).stream()
                .map(share -> {
                    Map<String, String> task = new HashMap<>(properties);
                    task.put(FeedSettings.OPML, "");
                    task.put(
                            FeedSettings.FEEDS,
                            share.stream().map(FeedSourceConnector::listed).collect(Collectors.joining(",")));
                    return task;
                })
                .toList();
    }

    /** A list is parted at commas, and a comma means the same when it is escaped. */
    private static String listed(URI feed) {
        return feed.toString().replace(",", "%2C");
    }

    @Override
    public void stop() {
        if (watch != null) {
            watch.shutdownNow();
        }
    }

    @Override
    public Config validate(Map<String, String> settings) {
        Config config = super.validate(settings);
        String opml = settings.getOrDefault(FeedSettings.OPML, "");
        if (!opml.isBlank()) {
            try {
                Opml.read(Path.of(opml));
            } catch (IOException | RuntimeException e) {
                complain(config, FeedSettings.OPML, String.valueOf(e.getMessage()));
            }
        } else if (settings.getOrDefault(FeedSettings.FEEDS, "").isBlank()) {
            complain(
                    config,
                    FeedSettings.FEEDS,
                    "there is no feed to read: name some in " + FeedSettings.FEEDS + " or a file in "
                            + FeedSettings.OPML);
        }
        return config;
    }

    private static void complain(Config config, String setting, String message) {
        config.configValues().stream()
                .filter(value -> value.name().equals(setting))
                .forEach(value -> value.addErrorMessage(message));
    }

    @Override
    public ExactlyOnceSupport exactlyOnceSupport(Map<String, String> settings) {
        return ExactlyOnceSupport.SUPPORTED;
    }

    @Override
    public boolean alterOffsets(Map<String, String> settings, Map<Map<String, ?>, Map<String, ?>> offsets) {
        offsets.forEach((partition, offset) -> {
            if (!(partition.get("feed") instanceof String feed)) {
                throw new ConnectException("a source partition is {\"feed\": \"URL\"}, not " + partition);
            }
            if (offset != null) {
                FeedState.of(URI.create(feed), offset);
            }
        });
        return true;
    }
}
