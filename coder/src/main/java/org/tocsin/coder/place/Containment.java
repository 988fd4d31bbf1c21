package org.tocsin.coder.place;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tocsin.coder.text.Token;

/**
 * Reads from the words beside a name in which division or country the place lies: "Gary, Ind.", "Abala, in Niger's Tillabéri
 * region", "Bijapur district of Chhattisgarh", "the Syrian town of Azaz".
 */
final class Containment {

    private static final int FARTHEST = 6;

    private final Gazetteer gazetteer;
    private final Nations nations;

    Containment(Gazetteer gazetteer, Nations nations) {
        this.gazetteer = gazetteer;
        this.nations = nations;
    }

    /** The division or country named beside the words from {@code begin} to {@code end}; null when none is. */
    @Nullable
    Toponym of(List<Token> tokens, int begin, int end) {
        Set<Toponym> own = begin == end ? Set.of() : divisionsOf(tokens, begin, end);
        Toponym behind = behind(tokens, end, own);
        return behind == null ? before(tokens, begin) : behind;
    }

    /** "X, Y", "X (Y", "X in Y", "X district of Y", "X town, in the north of Y". */
    private @Nullable Toponym behind(List<Token> tokens, int end, Set<Toponym> own) {
        if (end + 1 >= tokens.size()) {
            return null;
        }
        String parting = tokens.get(end).text();
        if (parting.equals(",") || parting.equals("(")) {
            Toponym listed = abbreviated(tokens, end + 1);
            int described = behindDescription(tokens, end + 1);
            return listed != null ? listed : area(tokens, isIn(tokens, described) ? described + 1 : described, own);
        }
        int next = AreaWords.behindNoun(tokens, end);
        boolean noun = next > end;
        if (noun && next < tokens.size() && tokens.get(next).text().equals(",")) {
            return area(tokens, isIn(tokens, next + 1) ? next + 2 : next + 1, own);
        }
        boolean of = noun && next < tokens.size() && tokens.get(next).lower().equals("of");
        return of || isIn(tokens, next) ? area(tokens, next + 1, own) : null;
    }

    /** The index behind "a small farming village" in "X, a small farming village in Y"; the same when no settlement is described. */
    private static int behindDescription(List<Token> tokens, int begin) {
        String article = begin < tokens.size() ? tokens.get(begin).lower() : "";
        boolean described = article.equals("a") || article.equals("an");
        for (int i = begin + 1; described && i < Math.min(tokens.size(), begin + FARTHEST); i++) {
            if (AreaWords.isSettlement(tokens.get(i)) && isIn(tokens, i + 1)) {
                return i + 1;
            }
            if (!tokens.get(i).isWord() || tokens.get(i).isCapitalized()) {
                return begin;
            }
        }
        return begin;
    }

    private static boolean isIn(List<Token> tokens, int i) {
        return i < tokens.size() && tokens.get(i).lower().equals("in");
    }

    private @Nullable Toponym abbreviated(List<Token> tokens, int begin) {
        Token next = tokens.get(begin);
        if (!next.isCapitalized()) {
            return null;
        }
        String two = begin + 1 < tokens.size()
                ? next.text() + " " + tokens.get(begin + 1).text()
                : next.text();
        return gazetteer
                .abbreviated(next.text())
                .or(() -> gazetteer.abbreviated(two))
                .orElse(null);
    }

    /**
     * The area named from there on, behind words like "the northern" and a country: "Nigeria's Borno state". Niger is the
     * country and not the Nigerian state, but Georgia the American state. "Nablus, the Israeli army said" names no country.
     */
    private @Nullable Toponym area(List<Token> tokens, int from, Set<Toponym> own) {
        Toponym country = null;
        boolean said = false;
        int i = from;
        while (i < tokens.size() && i < from + FARTHEST) {
            Token token = tokens.get(i);
            Optional<PhraseIndex.Match<Nations.Nation>> nation = country == null ? nation(tokens, i) : Optional.empty();
            Optional<Toponym> division = token.isCapitalized() ? division(tokens, i, country, own) : Optional.empty();
            if (division.isPresent()
                    && (nation.isEmpty() || division.get().country().equals("US"))) {
                return division.get();
            }
            if (nation.isPresent()) {
                country = gazetteer.country(nation.get().value().code()).orElse(null);
                said = nation.get().value().kind() == Nations.Kind.COUNTRY;
                i = nation.get().end();
            } else if (AreaWords.mayLead(token) || AreaWords.isArea(token)) {
                i++;
            } else {
                break;
            }
        }
        return said ? country : null;
    }

    /**
     * Of the divisions of that name the one that has a place called like what lies in it, else the most populous: "Amritsar, Punjab"
     * is in India, and "Lahore, Punjab" in Pakistan.
     */
    private Optional<Toponym> division(List<Token> tokens, int i, @Nullable Toponym country, Set<Toponym> own) {
        return gazetteer.longestAt(tokens, i).flatMap(name -> name.senses().stream()
                .map(PlaceName.Sense::toponym)
                .filter(t -> t.kind() == Toponym.Kind.REGION)
                .filter(t -> country == null || t.country().equals(country.country()))
                .max(Comparator.<Toponym>comparingInt(t -> own.contains(t) ? 1 : 0)
                        .thenComparingInt(Toponym::population)));
    }

    /** The divisions in which a place has the name from {@code begin} to {@code end}. */
    private Set<Toponym> divisionsOf(List<Token> tokens, int begin, int end) {
        return gazetteer
                .longestAt(tokens, begin)
                .filter(name -> name.end() == end)
                .map(name -> name.senses().stream()
                        .filter(sense -> sense.toponym().region() != null)
                        .map(sense -> sense.toponym().region())
                        .collect(Collectors.toSet()))
                .orElse(Set.of());
    }

    private Optional<PhraseIndex.Match<Nations.Nation>> nation(List<Token> tokens, int i) {
        return nations.at(tokens, i, false).filter(n -> n.value().kind() != Nations.Kind.SEAT);
    }

    /** "Syria's X", "the northern Syrian town of X", "Pakistan's restive X". */
    private @Nullable Toponym before(List<Token> tokens, int begin) {
        boolean of = begin > 1 && tokens.get(begin - 1).lower().equals("of");
        boolean kind = of && (AreaWords.isSettlement(tokens.get(begin - 2)) || AreaWords.isArea(tokens.get(begin - 2)));
        if (of && !kind) {
            return null;
        }
        for (int i = kind ? begin - 3 : begin - 1; i >= Math.max(0, begin - FARTHEST); i--) {
            Optional<PhraseIndex.Match<Nations.Nation>> nation = nation(tokens, i);
            if (nation.isPresent()) {
                boolean owner = kind || tokens.get(i).lower().endsWith("'s");
                return owner ? gazetteer.country(nation.get().value().code()).orElse(null) : null;
            }
            if (!AreaWords.mayLead(tokens.get(i))) {
                return null;
            }
        }
        return null;
    }
}
