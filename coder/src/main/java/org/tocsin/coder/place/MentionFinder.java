package org.tocsin.coder.place;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tocsin.coder.text.Document;
import org.tocsin.coder.text.Sentence;
import org.tocsin.coder.text.Token;

/** Finds what may be a place, a country or a people in a document; leaves open whether it is one and which. */
final class MentionFinder {
    /** Behind these an everyday word can be a town even where capitals tell nothing. */
    private static final List<String> BEFORE_TOWNS = List.of("in", "near", "at", "from", "outside", "of", "to");

    /** A city of so many people is meant by its name more often than the everyday word, when that has a capital. */
    private static final int LARGE = 60_000;

    private final Gazetteer gazetteer;
    private final Nations nations;
    private final Actors actors;

    MentionFinder(Gazetteer gazetteer, Nations nations, Actors actors) {
        this.gazetteer = gazetteer;
        this.nations = nations;
        this.actors = actors;
    }

    List<Mention> find(Document document) {
        List<Mention> mentions = new ArrayList<>();
        for (Sentence sentence : document.sentences()) {
            boolean capitals = document.allCapitals() || isHeadline(sentence.tokens());
            int i = 0;
            while (i < sentence.tokens().size()) {
                i = next(sentence, i, capitals, document.allCapitals(), mentions);
            }
        }
        return mentions;
    }

    /** Reads on at that token; the index to go on from. */
    private int next(Sentence sentence, int i, boolean capitals, boolean allCapitals, List<Mention> into) {
        List<Token> tokens = sentence.tokens();
        Token token = tokens.get(i);
        if (!token.isWord() || !mayBegin(token)) {
            return i + 1;
        }
        Optional<PhraseIndex.Match<Actors.Actor>> actor = actors.at(tokens, i);
        Optional<PhraseIndex.Match<Nations.Nation>> nation = nations.at(tokens, i, allCapitals);
        Optional<PlaceName> place = gazetteer.longestAt(tokens, i).filter(p -> isName(tokens, p, capitals));
        int nationEnd = nation.map(PhraseIndex.Match::end).orElse(i);
        int placeEnd = place.map(PlaceName::end).orElse(i);
        int actorEnd = actor.map(PhraseIndex.Match::end).orElse(i);
        if (actorEnd > Math.max(nationEnd, placeEnd)) {
            nation.filter(n -> n.value().kind() == Nations.Kind.ADJECTIVE)
                    .ifPresent(n -> into.add(mention(sentence, i, nationEnd, List.of(), nation, null)));
            return actorEnd;
        }
        int end = Math.max(nationEnd, placeEnd);
        if (end == i) {
            return i + 1;
        }
        List<PlaceName.Sense> senses =
                placeEnd == end ? place.map(PlaceName::senses).orElse(List.of()) : List.of();
        Optional<PhraseIndex.Match<Nations.Nation>> named = nationEnd == end ? nation : Optional.empty();
        boolean adjective = named.isPresent() && named.get().value().kind() == Nations.Kind.ADJECTIVE;
        Toponym within = adjective ? null : behindComma(tokens, end);
        into.add(mention(sentence, i, end, adjective ? List.of() : senses, named, within));
        return end;
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
        senses.addAll(places);
        boolean adjective = nation.isPresent() && nation.get().value().kind() == Nations.Kind.ADJECTIVE;
        String name = Folding.fold(textOf(sentence, begin, end));
        return new Mention(sentence.index(), begin, end, name, senses, adjective, seat, within);
    }

    static String textOf(Sentence sentence, int begin, int end) {
        StringBuilder text = new StringBuilder();
        for (Token token : sentence.tokens().subList(begin, end)) {
            text.append(text.length() == 0 ? "" : " ").append(token.text());
        }
        return text.toString();
    }

    /** A capital letter, or an Arabic article with one behind its hyphen. */
    private static boolean mayBegin(Token token) {
        int hyphen = token.text().indexOf('-');
        return token.isCapitalized()
                || token.lower().equals("al")
                || token.lower().equals("el")
                || (hyphen > 0
                        && hyphen <= 3
                        && hyphen + 1 < token.text().length()
                        && Character.isUpperCase(token.text().charAt(hyphen + 1)));
    }

    /** Leaves out everyday words where they are most likely just that. */
    private boolean isName(List<Token> tokens, PlaceName place, boolean capitals) {
        Token last = tokens.get(place.end() - 1);
        boolean oneWord = place.end() == place.begin() + 1;
        if (!oneWord) {
            return last.isCapitalized() || last.text().indexOf('-') > 0 || last.isNumber();
        }
        if (!last.isCapitalized() && last.text().indexOf('-') < 0) {
            return false;
        }
        boolean everyday = place.senses().stream().anyMatch(s -> s.toponym().everydayWord());
        if (!everyday) {
            return true;
        }
        boolean first = place.begin() == 0 || !tokens.get(place.begin() - 1).isWord();
        boolean behindTownWord = place.begin() > 0
                && BEFORE_TOWNS.contains(tokens.get(place.begin() - 1).lower());
        boolean city = place.senses().stream().anyMatch(s -> s.toponym().population() > LARGE && !s.alternate());
        boolean shown = capitals ? behindTownWord : !first && (city || behindTownWord);
        return shown || behindComma(tokens, place.end()) != null;
    }

    /** Most words of the sentence begin with a capital: capitals tell nothing there. */
    private static boolean isHeadline(List<Token> tokens) {
        long words = tokens.stream().filter(Token::isWord).count();
        long capital = tokens.stream().filter(Token::isCapitalized).count();
        return words > 2 && 10 * capital >= 6 * words;
    }

    /** The division or country that stands behind a comma (or a dash's opening bracket) at {@code end}. */
    private @Nullable Toponym behindComma(List<Token> tokens, int end) {
        if (end + 1 >= tokens.size()
                || !(tokens.get(end).text().equals(",")
                        || tokens.get(end).text().equals("("))) {
            return null;
        }
        Token next = tokens.get(end + 1);
        if (!next.isCapitalized()) {
            return null;
        }
        String two = end + 2 < tokens.size()
                ? next.text() + " " + tokens.get(end + 2).text()
                : next.text();
        Optional<Toponym> shorter = gazetteer.abbreviated(next.text()).or(() -> gazetteer.abbreviated(two));
        if (shorter.isPresent()) {
            return shorter.get();
        }
        Optional<PlaceName> place = gazetteer.longestAt(tokens, end + 1);
        Optional<Toponym> region = place.flatMap(p -> p.senses().stream()
                .map(PlaceName.Sense::toponym)
                .filter(t -> t.kind() == Toponym.Kind.REGION)
                .findFirst());
        Optional<Toponym> country = nations.at(tokens, end + 1, false)
                .filter(n -> n.value().kind() == Nations.Kind.COUNTRY)
                .flatMap(n -> gazetteer.country(n.value().code()));
        return region.or(() -> country).orElse(null);
    }
}
