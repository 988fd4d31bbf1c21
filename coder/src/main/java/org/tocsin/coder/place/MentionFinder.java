package org.tocsin.coder.place;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tocsin.coder.text.Document;
import org.tocsin.coder.text.Sentence;
import org.tocsin.coder.text.Token;

/** Finds what may be a place, a country or a people in a document; leaves open whether it is one and which. */
final class MentionFinder {
    private final Gazetteer gazetteer;
    private final Nations nations;
    private final Actors actors;
    private final Containment containment;
    private final Landmarks landmarks;
    private final SiteInTown sites;
    private final WrittenNames written;

    MentionFinder(Gazetteer gazetteer, Nations nations, Actors actors) {
        this.gazetteer = gazetteer;
        this.nations = nations;
        this.actors = actors;
        this.containment = new Containment(gazetteer, nations);
        this.landmarks = new Landmarks(gazetteer, containment);
        this.sites = new SiteInTown(gazetteer, nations);
        this.written = new WrittenNames(gazetteer, containment);
    }

    List<Mention> find(Document document) {
        List<Mention> mentions = new ArrayList<>();
        UnlistedNames unlisted = new UnlistedNames(document, gazetteer, nations, containment, landmarks);
        for (Sentence sentence : document.sentences()) {
            boolean capitals = document.allCapitals() || WrittenNames.isHeadline(sentence.tokens());
            int i = 0;
            while (i < sentence.tokens().size()) {
                i = next(sentence, i, capitals, document.allCapitals(), mentions, unlisted);
            }
        }
        mentions.addAll(unlisted.mentions(mentions));
        mentions.sort(Mention.IN_TEXT_ORDER);
        return withUnlisted(mentions);
    }

    /** A name that lies where the gazetteer does not know it may do so wherever the article has it. */
    private static List<Mention> withUnlisted(List<Mention> mentions) {
        Map<String, PlaceName.Sense> unlisted = new HashMap<>();
        for (Mention mention : mentions) {
            mention.senses().stream()
                    .filter(sense -> sense.toponym().kind() == Toponym.Kind.UNLISTED)
                    .forEach(sense -> unlisted.putIfAbsent(mention.name(), sense));
        }
        if (!unlisted.isEmpty()) {
            mentions.replaceAll(mention -> mention.with(unlisted.get(mention.name())));
        }
        return mentions;
    }

    /** Reads on at that token; the index to go on from. */
    private int next(
            Sentence sentence,
            int i,
            boolean capitals,
            boolean allCapitals,
            List<Mention> into,
            UnlistedNames unlisted) {
        List<Token> tokens = sentence.tokens();
        Token token = tokens.get(i);
        if (!token.isWord() || !WrittenNames.mayBegin(token)) {
            return i + 1;
        }
        Optional<PhraseIndex.Match<Actors.Actor>> actor = actors.at(tokens, i);
        Optional<PhraseIndex.Match<Nations.Nation>> nation = nations.at(tokens, i, allCapitals);
        int site = capitals || nation.isPresent() ? i : sites.end(tokens, i, unlisted.end(tokens, i));
        if (site > i) {
            return site;
        }
        Optional<PlaceName> place = gazetteer
                .longestAt(tokens, i)
                .filter(p -> written.isName(tokens, p, capitals))
                .or(() -> endOfRoad(tokens, i));
        int nationEnd = nation.map(PhraseIndex.Match::end).orElse(i);
        int placeEnd = place.map(PlaceName::end).orElse(i);
        int actorEnd = actor.map(PhraseIndex.Match::end).orElse(i);
        if (actorEnd > Math.max(nationEnd, placeEnd)) {
            nation.filter(n -> n.value().kind() == Nations.Kind.ADJECTIVE)
                    .ifPresent(n -> into.add(mention(sentence, i, nationEnd, List.of(), nation, null)));
            return actorEnd;
        }
        int end = Math.max(nationEnd, placeEnd);
        boolean headline = capitals && !allCapitals;
        int unknown = nationEnd > i || headline ? i : unlisted.read(sentence, i, placeEnd, allCapitals);
        if (unknown > i || end == i) {
            return Math.max(unknown, i + 1);
        }
        List<PlaceName.Sense> senses = placeEnd == end
                ? place.map(p -> AreaWords.fitting(p.senses(), tokens, i, end)).orElse(List.of())
                : List.of();
        Optional<PhraseIndex.Match<Nations.Nation>> named = nationEnd == end ? nation : Optional.empty();
        into.add(named(sentence, i, end, senses, named, unlisted.end(tokens, i) <= end));
        return end;
    }

    /** @param whole the name does not go on beyond these tokens */
    private Mention named(
            Sentence sentence,
            int begin,
            int end,
            List<PlaceName.Sense> known,
            Optional<PhraseIndex.Match<Nations.Nation>> nation,
            boolean whole) {
        List<Token> tokens = sentence.tokens();
        boolean adjective = nation.isPresent() && nation.get().value().kind() == Nations.Kind.ADJECTIVE;
        Toponym within = adjective ? null : containment.of(tokens, begin, end);
        Toponym holding = within == null && nation.isEmpty() && !known.isEmpty() ? landmarks.of(tokens, end) : within;
        Toponym country =
                holding == null ? null : gazetteer.country(holding.country()).orElse(null);
        Toponym area = within == null ? country : within;
        List<PlaceName.Sense> senses = new ArrayList<>(adjective ? List.of() : known);
        if (holding != null && area != null && nation.isEmpty() && whole && isNoneWithin(known, area, tokens, end)) {
            String text = PlaceForm.capitalized(Token.textOf(tokens.subList(begin, end)));
            senses.add(new PlaceName.Sense(Gazetteer.unlisted(text, holding), false));
        }
        return mention(sentence, begin, end, senses, nation, within);
    }

    /**
     * The gazetteer knows the name only elsewhere. In a list ("Homs, Hama and Aleppo") what follows a comma may be a division by
     * its name and no more than the next town, so there the whole country must lack the name.
     */
    private static boolean isNoneWithin(List<PlaceName.Sense> senses, Toponym within, List<Token> tokens, int end) {
        boolean list = end < tokens.size() && tokens.get(end).text().equals(",");
        return senses.stream()
                .map(PlaceName.Sense::toponym)
                .noneMatch(t -> t.kind() == Toponym.Kind.COUNTRY
                        || t.kind() == Toponym.Kind.REGION
                        || t.everydayWord()
                        || Mention.isWithin(t, within)
                        || (list && t.country().equals(within.country())));
    }

    private Mention mention(
            Sentence sentence,
            int begin,
            int end,
            List<PlaceName.Sense> places,
            Optional<PhraseIndex.Match<Nations.Nation>> nation,
            @Nullable Toponym within) {
        List<PlaceName.Sense> senses = new ArrayList<>();
        boolean seat = nation.isPresent() && nation.get().value().kind() == Nations.Kind.SEAT;
        if (nation.isPresent() && (!seat || places.isEmpty())) {
            gazetteer.country(nation.get().value().code()).ifPresent(c -> senses.add(new PlaceName.Sense(c, false)));
        }
        places.stream()
                .filter(sense -> nation.isEmpty()
                        || !isNamedLike(sense.toponym(), nation.get().value()))
                .forEach(senses::add);
        boolean adjective = nation.isPresent() && nation.get().value().kind() == Nations.Kind.ADJECTIVE;
        String name = Folding.fold(Token.textOf(sentence.tokens().subList(begin, end)));
        return new Mention(sentence.index(), begin, end, name, senses, adjective, seat, within);
    }

    /** A town of that very country beside its capital, as the island town of Mozambique. */
    private static boolean isNamedLike(Toponym town, Nations.Nation nation) {
        return nation.kind() == Nations.Kind.COUNTRY
                && town.country().equals(nation.code())
                && town.kind() != Toponym.Kind.CAPITAL
                && town.kind() != Toponym.Kind.REGION;
    }

    /** The first town of "the Maiduguri-Damaturu highway". */
    private Optional<PlaceName> endOfRoad(List<Token> tokens, int i) {
        Token road = tokens.get(i);
        int hyphen = road.text().indexOf('-');
        boolean named = hyphen > 0
                && hyphen + 1 < road.text().length()
                && Character.isUpperCase(road.text().charAt(hyphen + 1))
                && i + 1 < tokens.size()
                && AreaWords.isRoad(tokens.get(i + 1));
        if (!named) {
            return Optional.empty();
        }
        Token town = new Token(
                road.text().substring(0, hyphen),
                road.lower().substring(0, hyphen),
                road.begin(),
                road.begin() + hyphen);
        Token other = new Token(
                road.text().substring(hyphen + 1),
                road.lower().substring(hyphen + 1),
                road.begin() + hyphen + 1,
                road.end());
        return gazetteer.longestAt(List.of(other), 0).isEmpty()
                ? Optional.empty()
                : gazetteer.longestAt(List.of(town), 0).map(p -> new PlaceName(i, i + 1, p.senses()));
    }
}
