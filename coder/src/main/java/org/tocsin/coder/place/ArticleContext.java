package org.tocsin.coder.place;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tocsin.coder.text.Dateline;
import org.tocsin.coder.text.Document;
import org.tocsin.coder.text.Token;

/** What the whole article says for or against a place: its countries, divisions, dateline, and how often it names what. */
final class ArticleContext {
    private final Map<String, Double> countries = new HashMap<>();
    private final Map<Toponym, Double> regions = new HashMap<>();
    private final Map<Toponym, Double> namedRegions = new HashMap<>();
    private final Map<String, Integer> occurrences = new HashMap<>();
    private final Map<String, Set<Toponym>> spelledOut = new HashMap<>();
    private final Neighbourhood neighbourhood = new Neighbourhood();
    private final Set<String> inTitle = new HashSet<>();
    private final Set<Mention> datelines = new HashSet<>();
    private @Nullable Mention dateline;
    private double countryVotes;
    private double regionVotes;

    ArticleContext(Document document, List<Mention> mentions) {
        for (Mention mention : mentions) {
            occurrences.merge(mention.name(), 1, Integer::sum);
            if (document.sentences().get(mention.sentence()).isTitle()) {
                inTitle.add(mention.name());
            }
            if (isInDateline(document, mention)) {
                datelines.add(mention);
                dateline = dateline == null ? mention : dateline;
            }
            named(mention, isPartOfName(document, mention));
        }
        Set<String> seen = new HashSet<>();
        for (Mention mention : mentions) {
            if (!mention.adjective() && seen.add(mention.name())) {
                vote(mention);
                neighbourhood.add(mention);
            }
        }
    }

    /** A capitalised word stands right beside it, as in "Jordan Smith" or "Israel Lopez". */
    private static boolean isPartOfName(Document document, Mention mention) {
        List<Token> tokens = document.sentences().get(mention.sentence()).tokens();
        boolean before = mention.begin() > 1 && isNamePart(tokens.get(mention.begin() - 1));
        boolean after = mention.end() < tokens.size() && isNamePart(tokens.get(mention.end()));
        return !document.allCapitals() && !mention.adjective() && (before || after);
    }

    private static boolean isNamePart(Token token) {
        return token.isWord() && token.isCapitalized();
    }

    private void named(Mention mention, boolean partOfName) {
        Toponym within = mention.within();
        if (within != null) {
            spelledOut.computeIfAbsent(mention.name(), k -> new HashSet<>()).add(within);
            vote(within, 2);
        }
        Toponym first =
                mention.senses().isEmpty() ? null : mention.senses().get(0).toponym();
        boolean state = first != null
                && mention.senses().stream()
                        .map(PlaceName.Sense::toponym)
                        .anyMatch(t ->
                                t.kind() == Toponym.Kind.REGION && t.country().equals("US"));
        if (first != null && first.kind() == Toponym.Kind.COUNTRY && !state && !partOfName) {
            vote(first, mention.adjective() ? 0.7 : 1);
        }
        Toponym largest = mention.senses().stream()
                .filter(sense -> !sense.alternate())
                .map(PlaceName.Sense::toponym)
                .max(Comparator.comparingInt(Toponym::population))
                .orElse(null);
        if (largest != null && largest.kind() == Toponym.Kind.REGION) {
            vote(largest, 1);
        }
    }

    private void vote(Toponym area, double weight) {
        countries.merge(area.country(), weight, Double::sum);
        countryVotes += weight;
        if (area.kind() == Toponym.Kind.REGION) {
            namedRegions.merge(area, weight, Double::sum);
        }
    }

    /** Every name votes once, shared among the divisions that have a place of that name. */
    private void vote(Mention mention) {
        Set<Toponym> possible = regionsOf(mention);
        for (Toponym region : possible) {
            regions.merge(region, 1.0 / possible.size(), Double::sum);
            regionVotes += 1.0 / possible.size();
        }
    }

    /** The divisions that have a place of that name. */
    static Set<Toponym> regionsOf(Mention mention) {
        Set<Toponym> regions = new HashSet<>();
        for (PlaceName.Sense sense : mention.senses()) {
            Toponym region = sense.toponym().firstLevel();
            if (region != null && !sense.alternate()) {
                regions.add(region);
            }
        }
        return regions;
    }

    /** Share of the country names and adjectives that mean this country, 0..1. */
    double countryShare(String country) {
        return countryVotes == 0 ? 0 : countries.getOrDefault(country, 0.0) / countryVotes;
    }

    /** Most of the country names and adjectives mean another country than the United States. */
    boolean isForeign() {
        return countryVotes > 0 && countryShare("US") < 0.5;
    }

    double countryCount(String country) {
        return countries.getOrDefault(country, 0.0);
    }

    boolean namesCountries() {
        return countryVotes > 0;
    }

    /** How often the division is named itself. */
    double regionNamed(@Nullable Toponym region) {
        return region == null ? 0 : namedRegions.getOrDefault(region, 0.0);
    }

    boolean namesRegions() {
        return !namedRegions.isEmpty();
    }

    /** Share of all names that may lie in that division, 0..1, without one vote of the name asked for. */
    double regionShare(@Nullable Toponym region, double own) {
        double others = regionVotes - 1;
        return region == null || others <= 0 ? 0 : (regions.getOrDefault(region, 0.0) - own) / others;
    }

    /** Votes of other names for that division. */
    double regionVotes(@Nullable Toponym region, double own) {
        return region == null ? 0 : regions.getOrDefault(region, 0.0) - own;
    }

    /** How many other names may stand for a place within some hundred kilometres. */
    double nearby(Toponym place, Mention mention) {
        return neighbourhood.votes(place, mention);
    }

    /** The text says of a place that it lies in that division or country. */
    boolean holdsOthers(Toponym area) {
        return !area.kind().isTown() && spelledOut.values().stream().anyMatch(areas -> areas.contains(area));
    }

    int occurrences(Mention mention) {
        return occurrences.getOrDefault(mention.name(), 0);
    }

    boolean isInTitle(Mention mention) {
        return inTitle.contains(mention.name());
    }

    /** The areas that the article names behind that name with a comma. */
    Set<Toponym> spelledOut(Mention mention) {
        return spelledOut.getOrDefault(mention.name(), Set.of());
    }

    /** Where the article was written; null when it has no dateline. */
    @Nullable
    Mention dateline() {
        return dateline;
    }

    private static boolean isInDateline(Document document, Mention mention) {
        return mention.begin() == 0
                && !mention.adjective()
                && Dateline.opens(document, document.sentences().get(mention.sentence()), mention.end());
    }

    boolean isDateline(Mention mention) {
        return datelines.contains(mention);
    }
}
