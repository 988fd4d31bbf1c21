package org.tocsin.processor.watchlist;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.tocsin.schemas.Within;

/** Which target claims which alias: two may share one only where they are in different places. */
final class AliasClaims {
    /** Target ids by alias and place. */
    private final Map<String, String> claimed = new HashMap<>();

    /** Notes a target's aliases, and as a mistake what another has claimed. A target's name is an alias, too. */
    void check(YamlReader target, String id, List<String> aliases, Optional<Within> within) {
        if (aliases.isEmpty()) {
            target.problem("aliases", "target \"" + id + "\" needs an alias: what news call it");
        }
        String place = within.map(Within::toString).orElse("anywhere");
        aliases.forEach(alias -> check(target, "aliases", id, alias, place));
        target.text("name").ifPresent(name -> check(target, "name", id, name, place));
    }

    private void check(YamlReader target, String field, String id, String alias, String place) {
        String other = claimed.putIfAbsent(alias.toLowerCase(Locale.ROOT) + "|" + place, id);
        if (other != null && !other.equals(id)) {
            target.problem(field, "alias \"" + alias + "\" is claimed by target \"" + other + "\" too");
        }
    }
}
