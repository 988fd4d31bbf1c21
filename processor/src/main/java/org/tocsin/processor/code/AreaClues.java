package org.tocsin.processor.code;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tocsin.coder.CodedIncident;
import org.tocsin.coder.Place;
import org.tocsin.coder.place.Nations;
import org.tocsin.processor.merge.MergeArea;
import org.tocsin.processor.merge.PublisherCountry;
import org.tocsin.processor.merge.TargetCountries;
import org.tocsin.schemas.Article;
import org.tocsin.schemas.Target;

/**
 * Which merge area a report goes to: by the country of the attack, else that of the listed target that it names, else
 * that of its dateline, else that of its publisher. Immutable.
 */
record AreaClues(MergeArea areas, PublisherCountry publishers, Nations nations) {
    /** Reads the tables from the class path. */
    static AreaClues load() {
        return new AreaClues(MergeArea.load(), PublisherCountry.load(), Nations.load());
    }

    /** Where these listed targets lie. */
    TargetCountries countries(List<Target> targets) {
        return new TargetCountries(targets, nations);
    }

    /** The area of what the coder found in the article. */
    String area(CodedIncident incident, @Nullable String datelineCountry, Article article, TargetCountries targets) {
        Place place = incident.place();
        Optional<String> attack = Optional.ofNullable(place == null ? null : place.countryCode());
        if (attack.isPresent()) {
            return areas.of(attack.get());
        }
        return areas.of(new MergeArea.Clues(
                attack,
                targets.of(incident.targets().stream()
                        .map(t -> new TargetCountries.Named(t.text(), t.nationality(), t.derivedId()))
                        .toList()),
                Optional.ofNullable(datelineCountry),
                article.getUrl().flatMap(publishers::of)));
    }
}
