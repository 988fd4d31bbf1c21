package org.tocsin.processor.watchlist;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import org.tocsin.schemas.AlertRule;
import org.tocsin.schemas.AvroSerdes;
import org.tocsin.schemas.CountBasis;
import org.tocsin.schemas.Level;
import org.tocsin.schemas.RuleMatch;
import org.tocsin.schemas.SubjectKind;
import org.tocsin.schemas.Target;
import org.tocsin.schemas.WatchlistVersion;

/**
 * One whole version of the watchlist. With no rules of its own the shipped rule applies.
 *
 * @param version 0 before the first one is applied
 * @param targets in order of id
 * @param ownRules in order of id
 */
public record Watchlist(long version, List<Target> targets, List<AlertRule> ownRules) {
    static {
        AvroSerdes.trustOwnRecords();
    }

    /** Any target, more than 2 certain incidents a day. */
    public static final AlertRule SHIPPED_RULE = AlertRule.newBuilder()
            .setId("any-target")
            .setVersion(1)
            .setMatch(RuleMatch.newBuilder().build())
            .setCountBy(SubjectKind.TARGET)
            .setLevels(List.of(new Level("high", 2)))
            .setBasis(CountBasis.CERTAIN)
            .build();

    public Watchlist {
        targets = targets.stream().sorted(Comparator.comparing(Target::getId)).toList();
        ownRules =
                ownRules.stream().sorted(Comparator.comparing(AlertRule::getId)).toList();
    }

    /** No watchlist at all. */
    public static Watchlist none() {
        return new Watchlist(0, List.of(), List.of());
    }

    /** The rules that apply. */
    public List<AlertRule> rules() {
        return ownRules.isEmpty() ? List.of(SHIPPED_RULE) : ownRules;
    }

    /** True when these entries are the very ones that the marker speaks of. */
    public boolean isWhole(WatchlistVersion marker) {
        return version == marker.getVersion()
                && targets.size() == marker.getTargets()
                && ownRules.size() == marker.getRules()
                && hash().equals(marker.getHash());
    }

    /** SHA-256 over the ids and versions of all entries: the same whatever schema they were read with. */
    public String hash() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            targets.forEach(target -> digest.update(line("target", target.getId(), target.getVersion())));
            ownRules.forEach(rule -> digest.update(line("rule", rule.getId(), rule.getVersion())));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }

    private static byte[] line(String kind, String id, int version) {
        return (kind + " " + id + " " + version + "\n").getBytes(StandardCharsets.UTF_8);
    }
}
