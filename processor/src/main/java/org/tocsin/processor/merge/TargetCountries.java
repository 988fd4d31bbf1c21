package org.tocsin.processor.merge;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tocsin.coder.link.ListedTarget;
import org.tocsin.coder.link.WatchlistLinker;
import org.tocsin.coder.place.Nations;
import org.tocsin.schemas.Target;
import org.tocsin.schemas.Within;

/**
 * Where the listed targets lie that a text names, for reports that name no country: the country of a target's place
 * constraint, else its own. The place constraint does not keep a target from being found here, for it is what is asked
 * for. Immutable.
 */
public final class TargetCountries {
    private final WatchlistLinker linker;
    private final Map<String, String> countries = new HashMap<>();

    /** Of one version of the listed targets. */
    public TargetCountries(List<Target> targets, Nations nations) {
        for (Target target : targets) {
            target.getWithin()
                    .map(Within::getCountryCode)
                    .or(target::getCountry)
                    .ifPresent(country -> countries.put(target.getId(), country));
        }
        this.linker = new WatchlistLinker(
                targets.stream().map(TargetCountries::anywhere).toList(), nations);
    }

    /** A target as a text names it; nationality is ISO 3166 alpha-2, null when unknown. */
    public record Named(String text, @Nullable String nationality, String derivedId) {}

    /** The country of the listed targets among these; empty when none is listed or they lie in several countries. */
    public Optional<String> of(List<Named> targets) {
        Set<String> found = targets.stream()
                .flatMap(named -> Stream.concat(
                        Stream.of(named.derivedId()), linker.link(named.text(), named.nationality(), null).stream()))
                .flatMap(id -> Optional.ofNullable(countries.get(id)).stream())
                .collect(Collectors.toSet());
        return found.size() == 1 ? found.stream().findFirst() : Optional.empty();
    }

    private static ListedTarget anywhere(Target target) {
        List<String> aliases = Stream.concat(target.getAliases().stream(), Stream.of(target.getName()))
                .toList();
        return new ListedTarget(target.getId(), aliases, null, target.getMemberOf());
    }
}
