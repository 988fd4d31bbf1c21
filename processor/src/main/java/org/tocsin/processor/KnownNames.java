package org.tocsin.processor;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.streams.StreamsConfig;
import org.tocsin.schemas.AvroSerdes;

/** Names of settings, to tell a misspelt one. */
final class KnownNames {
    /** Letters by which a misspelt name differs: what is further off may be the setting of a plugin. */
    private static final int SLIP = 2;

    private static final List<String> PREFIXES = List.of(
            StreamsConfig.MAIN_CONSUMER_PREFIX,
            StreamsConfig.RESTORE_CONSUMER_PREFIX,
            StreamsConfig.GLOBAL_CONSUMER_PREFIX,
            StreamsConfig.CONSUMER_PREFIX,
            StreamsConfig.PRODUCER_PREFIX,
            StreamsConfig.ADMIN_CLIENT_PREFIX);

    private static final Set<String> KAFKA = kafka();

    private KnownNames() {}

    private static Set<String> kafka() {
        Set<String> names = new HashSet<>(StreamsConfig.configDef().names());
        names.addAll(ConsumerConfig.configNames());
        names.addAll(ProducerConfig.configNames());
        names.addAll(AdminClientConfig.configNames());
        names.add(AvroSerdes.REGISTRY_URL);
        return Set.copyOf(names);
    }

    /**
     * Kafka's setting that is meant by one that Kafka does not know, when they differ by a slip. Kafka itself passes over
     * what it does not know.
     */
    static Optional<String> meantOfKafka(String name) {
        String bare = PREFIXES.stream()
                .filter(name::startsWith)
                .findFirst()
                .map(prefix -> name.substring(prefix.length()))
                .orElse(name);
        if (KAFKA.contains(bare) || KAFKA.contains(name)) {
            return Optional.empty();
        }
        return Optional.of(nearest(bare, KAFKA)).filter(known -> distance(bare, known) <= SLIP);
    }

    /** The one that is most like it. */
    static String nearest(String name, Collection<String> known) {
        String best = "";
        int least = Integer.MAX_VALUE;
        for (String candidate : known.stream().sorted().toList()) {
            int distance = distance(name, candidate);
            if (distance < least) {
                best = candidate;
                least = distance;
            }
        }
        return best;
    }

    /** Levenshtein distance. */
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(change, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}
