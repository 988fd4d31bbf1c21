package org.tocsin.coder.place;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tocsin.coder.choice.Features;
import org.tocsin.coder.text.Document;
import org.tocsin.coder.text.Token;

/** What speaks for a mention being a place at all, and for each of its senses, whatever the attack. */
final class PlaceFeatures {
    private final Document document;
    private final ArticleContext context;
    private final Publisher publisher;

    /** @param publisher unknown where it tells nothing, as of news from abroad */
    PlaceFeatures(Document document, ArticleContext context, Publisher publisher) {
        this.document = document;
        this.context = context;
        this.publisher = publisher;
    }

    /** For one sense of a mention; {@code rank} is its place by population among the senses, from 0. */
    Features of(Mention mention, PlaceName.Sense sense, int rank, @Nullable Mention nextInSentence) {
        Features features = new Features();
        Toponym toponym = sense.toponym();
        String kind = kind(toponym);
        features.add("kind", kind + (mention.adjective() ? "A" : ""));
        features.add("population", kind, String.valueOf(magnitude(toponym.population())));
        features.add(
                "rank",
                String.valueOf(Math.min(rank, 4)),
                String.valueOf(bucket(mention.senses().size())));
        features.add("alternate", sense.alternate() ? "1" : "0");
        features.add("everyday", toponym.everydayWord() ? kind : "0");
        features.add("seat", mention.seat() ? kind : "0");
        country(features, toponym, kind);
        double most = mention.senses().stream()
                .mapToDouble(s -> context.countryCount(s.toponym().country()))
                .max()
                .orElse(0);
        double own = context.countryCount(toponym.country());
        features.add("countryOfSenses", own == 0 ? "0" : own >= most ? "most" : "less", kind);
        region(features, mention, toponym, kind);
        dateline(features, mention, toponym);
        publisher(features, mention, toponym, kind);
        spelledOut(features, mention, toponym);
        List<Token> tokens = document.sentences().get(mention.sentence()).tokens();
        features.add("called", kind, AreaWords.called(tokens, mention.begin(), mention.end()));
        features.add("landmark", kind, String.valueOf(AreaWords.isLandmark(tokens, mention.begin())));
        features.add("holds", kind, String.valueOf(context.holdsOthers(toponym)));
        features.add("near", kind, String.valueOf(Math.round(2 * Math.min(4, context.nearby(toponym, mention)))));
        features.add("often", kind, String.valueOf(bucket(context.occurrences(mention))));
        features.add("title", kind, String.valueOf(context.isInTitle(mention)));
        if (nextInSentence != null && nextInSentence.begin() - mention.end() <= 8) {
            features.add("next", within(toponym, nextInSentence));
        }
        return features;
    }

    /** The surroundings of a mention: is it a person, a street, a police department, a team? */
    Features around(Mention mention) {
        Features features = new Features();
        List<Token> tokens = document.sentences().get(mention.sentence()).tokens();
        boolean capitals = document.allCapitals();
        String before = word(tokens, mention.begin() - 1, capitals);
        String before2 = word(tokens, mention.begin() - 2, capitals);
        String after = word(tokens, mention.end(), capitals);
        String after2 = word(tokens, mention.end() + 1, capitals);
        features.add("before", before);
        features.add("before2", before2, before);
        features.add("after", after);
        features.add("after2", after, after2);
        features.add("beforeAfter", before, after);
        features.add("words", String.valueOf(mention.end() - mention.begin()), document.allCapitals() ? "A" : "a");
        features.add("first", mention.begin() == 0 ? "1" : "0");
        return features;
    }

    private void country(Features features, Toponym toponym, String kind) {
        if (!context.namesCountries()) {
            features.add("noCountry", toponym.country().equals("US") ? "US" : "other", kind);
            return;
        }
        features.add("countryShare", kind, String.valueOf(tenth(context.countryShare(toponym.country()))));
        features.add("countryCount", kind, String.valueOf(bucket(context.countryCount(toponym.country()))));
    }

    private void region(Features features, Mention mention, Toponym toponym, String kind) {
        Toponym region = toponym.firstLevel();
        if (region == null) {
            return;
        }
        double own = ownVote(mention, region);
        features.add("regionNamed", kind, bucket(context.regionNamed(region)) + (context.namesRegions() ? "" : "-"));
        features.add("regionShare", kind, String.valueOf(tenth(context.regionShare(region, own))));
        features.add(
                "regionVotes", kind, String.valueOf(Math.round(2 * Math.min(3, context.regionVotes(region, own)))));
    }

    private static double ownVote(Mention mention, Toponym region) {
        Set<Toponym> regions = ArticleContext.regionsOf(mention);
        return regions.contains(region) ? 1.0 / regions.size() : 0;
    }

    private void dateline(Features features, Mention mention, Toponym toponym) {
        Mention dateline = context.dateline();
        if (dateline == null) {
            features.add("noDateline");
            return;
        }
        String relation = "other";
        if (context.isDateline(mention)) {
            relation = "is";
        } else if (dateline.name().equals(mention.name())) {
            relation = "same";
        } else {
            for (PlaceName.Sense sense : dateline.senses()) {
                if (toponym.firstLevel() != null
                        && toponym.firstLevel().equals(sense.toponym().firstLevel())) {
                    relation = "region";
                } else if (toponym.country().equals(sense.toponym().country()) && relation.equals("other")) {
                    relation = "country";
                }
            }
        }
        features.add("dateline", relation, kind(toponym));
    }

    private void publisher(Features features, Mention mention, Toponym toponym, String kind) {
        Toponym region = toponym.firstLevel();
        if (publisher.isKnown() && region != null) {
            boolean near = publisher.isNear(toponym);
            boolean abroad = publisher.states().stream()
                    .noneMatch(state -> state.country().equals(toponym.country()));
            String relation = abroad ? "abroad" : !near ? "elsewhere" : publisher.state() == null ? "maybe" : "home";
            boolean other = !near
                    && mention.senses().stream()
                            .anyMatch(sense -> !sense.alternate() && publisher.isNear(sense.toponym()));
            features.add("publisher", relation, kind);
            features.add("publisher's sense", other ? "other" : relation, kind);
            features.add("publisher and regions", relation, kind + (context.namesRegions() ? "named" : "none"));
            features.add("publisher and subject", relation, kind + subject());
        }
        if (!publisher.label().isEmpty() && region != null) {
            features.add("publisher of", publisher.label(), region.country() + region.name());
        }
    }

    private String subject() {
        return context.isForeign() ? "foreign" : context.namesCountries() ? "home" : "unsaid";
    }

    /** For the publisher's own town or state, which need not stand in the text. */
    Features ofPublisher(Toponym home, List<Mention> mentions) {
        int named = (int) mentions.stream()
                .filter(mention -> mention.senses().stream().anyMatch(sense -> home.equals(sense.toponym())))
                .count();
        int near = (int) mentions.stream()
                .filter(mention -> mention.senses().stream().anyMatch(sense -> publisher.isNear(sense.toponym())))
                .count();
        String kind = kind(home);
        String other = context.regionNamed(home.firstLevel()) > 0
                ? "own region"
                : context.namesRegions() ? "other region" : "no region";
        Features features = new Features();
        features.add("publisher's", kind);
        features.add("publisher's named", kind, String.valueOf(bucket(named)));
        features.add("publisher's beside", kind, other + subject());
        features.add("publisher's near", kind, String.valueOf(bucket(near)));
        features.add("publisher's near of", kind, bucket(near) + " of " + bucket(mentions.size() / 2.0));
        features.add("publisher's among", kind + bucket(named) + other, String.valueOf(bucket(mentions.size() / 3.0)));
        features.add("publisher's dateline", kind, context.dateline() == null ? "none" : "some");
        features.add("publisher's home", publisher.state() == null ? "maybe" : "home", kind);
        return features;
    }

    private void spelledOut(Features features, Mention mention, Toponym toponym) {
        Toponym within = mention.within();
        if (within != null) {
            features.add("comma", Mention.isWithin(toponym, within) ? "right" : "wrong", kind(toponym));
        }
        boolean elsewhere = context.spelledOut(mention).stream().anyMatch(area -> Mention.isWithin(toponym, area));
        if (!context.spelledOut(mention).isEmpty()) {
            features.add("spelledOut", elsewhere ? "right" : "wrong");
        }
    }

    private static String within(Toponym toponym, Mention next) {
        for (PlaceName.Sense sense : next.senses()) {
            Toponym area = sense.toponym();
            if (!area.kind().isTown() && Mention.isWithin(toponym, area)) {
                return "within" + area.kind();
            }
        }
        return next.senses().stream().anyMatch(s -> !s.toponym().kind().isTown()) ? "without" : "town";
    }

    static String kind(Toponym toponym) {
        return switch (toponym.kind()) {
            case CAPITAL, SEAT, TOWN -> "T";
            case SECTION -> "X";
            case UNLISTED -> "V";
            case DISTRICT -> "D";
            case REGION -> "R";
            case COUNTRY -> "C";
        };
    }

    /** The token there: in lower case when it is written so or is no name, else only that it is capitalised. */
    private static String word(List<Token> tokens, int i, boolean allCapitals) {
        if (i < 0 || i >= tokens.size()) {
            return "";
        }
        Token token = tokens.get(i);
        if (token.isNumber()) {
            return "#";
        }
        boolean name =
                !allCapitals && token.isCapitalized() && i > 0 && !AreaWords.WORDS.is("beside name", token.lower());
        return name ? "^" : token.lower();
    }

    private static int magnitude(int population) {
        return population == 0 ? 0 : (int) Math.round(2 * Math.log10(population));
    }

    private static int bucket(double count) {
        return count <= 0 ? 0 : count < 1.5 ? 1 : count < 2.5 ? 2 : count < 5 ? 3 : count < 10 ? 4 : 5;
    }

    private static int tenth(double share) {
        return (int) Math.round(5 * Math.min(1, Math.max(0, share)));
    }
}
