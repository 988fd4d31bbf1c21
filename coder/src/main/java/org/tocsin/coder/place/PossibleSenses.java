package org.tocsin.coder.place;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/** What a name may stand for in this article, of all the places so called. */
final class PossibleSenses {
    /** A name with more senses is read in its likeliest ones only. */
    private static final int MOST = 12;

    /** A town of so many people needs no country beside it. */
    private static final int KNOWN_EVERYWHERE = 1_500_000;

    /** Towns with fewer people than this are hidden by a division of the same name. */
    private static final int HIDDEN = 100_000;

    private final ArticleContext context;
    private final Publisher publisher;

    PossibleSenses(ArticleContext context, Publisher publisher) {
        this.context = context;
        this.publisher = publisher;
    }

    /** The likeliest of its possible senses, the first of equals first. */
    List<PlaceName.Sense> of(Mention mention) {
        record Weighed(PlaceName.Sense sense, int likelihood) {}
        List<Toponym> divisions = mention.senses().stream()
                .filter(sense -> !sense.alternate() && sense.toponym().kind() == Toponym.Kind.REGION)
                .map(PlaceName.Sense::toponym)
                .toList();
        boolean inNamedCountry = mention.senses().stream()
                .anyMatch(sense -> context.countryCount(sense.toponym().country()) > 0);
        return mention.senses().stream()
                .distinct()
                .filter(sense -> isPossible(mention, sense, inNamedCountry)
                        && !isHidden(mention, sense.toponym(), divisions)
                        && !isRoundItsTown(mention, sense.toponym()))
                .map(sense -> new Weighed(sense, likelihood(mention, sense)))
                .sorted(Comparator.comparingInt(weighed -> -weighed.likelihood()))
                .limit(MOST)
                .map(Weighed::sense)
                .toList();
    }

    /**
     * Not when the country is named nowhere though that of another sense is, unless the place is known the world over or
     * the text says that it is meant.
     *
     * @param inNamedCountry one of the mention's senses lies in a country that is named
     */
    private boolean isPossible(Mention mention, PlaceName.Sense sense, boolean inNamedCountry) {
        Toponym toponym = sense.toponym();
        Toponym within = mention.within();
        return !inNamedCountry
                || context.countryCount(toponym.country()) > 0
                || publisher.isNear(toponym)
                || (!context.isForeign() && toponym.country().equals("US"))
                || (within != null && Mention.isWithin(toponym, within))
                || (!sense.alternate() && toponym.population() > KNOWN_EVERYWHERE);
    }

    /** A small town called like another division of its country is meant only where the text says it lies: Florida, N.Y. */
    private boolean isHidden(Mention mention, Toponym town, List<Toponym> divisions) {
        Toponym within = mention.within();
        return town.kind().isTown()
                && town.population() < HIDDEN
                && divisions.stream()
                        .anyMatch(division ->
                                division.country().equals(town.country()) && !division.equals(town.region()))
                && (within == null || !Mention.isWithin(town, within))
                && context.spelledOut(mention).stream().noneMatch(area -> Mention.isWithin(town, area));
    }

    /** A district is called like a town in it, most often its seat: without a word for district the town is meant. */
    private static boolean isRoundItsTown(Mention mention, Toponym district) {
        return district.kind() == Toponym.Kind.DISTRICT
                && mention.senses().stream()
                        .filter(sense -> !sense.alternate())
                        .map(PlaceName.Sense::toponym)
                        .anyMatch(town -> town.kind().isTown() && Objects.equals(town.region(), district.region()));
    }

    /** Population, with places in divisions and countries that the article names before all others. */
    private int likelihood(Mention mention, PlaceName.Sense sense) {
        Toponym toponym = sense.toponym();
        Toponym within = mention.within();
        int population = Math.min(toponym.population(), 50_000_000) / (sense.alternate() ? 4 : 1);
        boolean spelledOut = within != null && Mention.isWithin(toponym, within);
        boolean named =
                context.regionNamed(toponym.firstLevel()) > 0 && toponym.kind().isTown();
        boolean country = context.countryCount(toponym.country()) > 0;
        return population
                + (spelledOut ? 1_000_000_000 : 0)
                + (named ? 200_000_000 : 0)
                + (publisher.isNear(toponym) ? 150_000_000 : 0)
                + (country ? 100_000_000 : 0);
    }
}
