package org.tocsin.connect.feed;

import crawlercommons.robots.BaseRobotRules;
import crawlercommons.robots.SimpleRobotRules;
import crawlercommons.robots.SimpleRobotRules.RobotRulesMode;
import crawlercommons.robots.SimpleRobotRulesParser;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.tocsin.connect.net.HttpOutcome;
import org.tocsin.connect.net.HttpOutcome.Reply;
import org.tocsin.connect.net.HttpUrl;

/**
 * The rules of robots.txt as RFC 9309 has them: without the file all is open; when the server fails or can't be
 * reached, nothing is. Kept for a day, after a failure for ten minutes. Not thread-safe.
 */
final class Robots {
    private static final Duration KEPT = Duration.ofDays(1);
    private static final Duration KEPT_AFTER_FAILURE = Duration.ofMinutes(10);
    private static final Duration LONGEST_DELAY = Duration.ofMinutes(1);
    private static final int MAX_ORIGINS = 2_000;

    /** As much as RFC 9309 asks a reader to take. */
    private static final int MAX_BYTES = 500 * 1024;

    private final Map<String, Rules> byOrigin = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Rules> eldest) {
            return size() > MAX_ORIGINS;
        }
    };

    /** Whether a page may be fetched; empty when its rules are not known. */
    Optional<Boolean> allows(URI page, Instant now) {
        return rules(HttpUrl.origin(page), now).map(rules -> rules.isAllowed(page.toString()));
    }

    /** The pause that a host asks for. */
    Optional<Duration> delay(URI page, Instant now) {
        return rules(HttpUrl.origin(page), now)
                .map(BaseRobotRules::getCrawlDelay)
                .filter(delay -> delay > 0)
                .map(Duration::ofMillis)
                .map(delay -> delay.compareTo(LONGEST_DELAY) > 0 ? LONGEST_DELAY : delay);
    }

    void put(String origin, HttpOutcome outcome, Instant now) {
        byOrigin.remove(origin);
        if (outcome instanceof Reply reply && reply.isSuccess()) {
            byte[] bytes = reply.body();
            BaseRobotRules rules = new SimpleRobotRulesParser()
                    .parseContent(
                            origin + "/robots.txt",
                            bytes.length > MAX_BYTES ? Arrays.copyOf(bytes, MAX_BYTES) : bytes,
                            "text/plain",
                            List.of(FeedSettings.ROBOT.toLowerCase(Locale.ROOT)));
            byOrigin.put(origin, new Rules(rules, now.plus(KEPT)));
        } else {
            boolean none = outcome instanceof Reply reply && reply.status() / 100 == 4 && reply.status() != 429;
            RobotRulesMode mode = none ? RobotRulesMode.ALLOW_ALL : RobotRulesMode.ALLOW_NONE;
            byOrigin.put(origin, new Rules(new SimpleRobotRules(mode), now.plus(none ? KEPT : KEPT_AFTER_FAILURE)));
        }
    }

    private Optional<BaseRobotRules> rules(String origin, Instant now) {
        return Optional.ofNullable(byOrigin.get(origin))
                .filter(kept -> now.isBefore(kept.until()))
                .map(Rules::rules);
    }

    private record Rules(BaseRobotRules rules, Instant until) {}
}
