package org.tocsin.coder.place;

import java.util.List;
import java.util.Optional;
import org.tocsin.coder.text.Token;

/**
 * Churches, prisons and hotels that are called like a town elsewhere: "San Pedro prison in central Xanadu" is in Xanadu, while
 * "the hospital of Xanadu" and "Qarn hospital in Xanadu province" are in the town that they are called after.
 */
final class SiteInTown {
    /** A division's name may be that of a small town, too; so many people are meant by it as a town. */
    private static final int LARGE = 100_000;

    private final Gazetteer gazetteer;
    private final Nations nations;

    SiteInTown(Gazetteer gazetteer, Nations nations) {
        this.gazetteer = gazetteer;
        this.nations = nations;
    }

    /** The index behind the site's name that begins at {@code begin}; the same when it is none or no town is named behind it. */
    int end(List<Token> tokens, int begin, int nameEnd) {
        int end = behindNoun(tokens, begin, nameEnd);
        if (end == begin || end + 1 >= tokens.size() || !tokens.get(end).lower().equals("in")) {
            return begin;
        }
        int town = end + 1;
        while (town + 1 < tokens.size() && AreaWords.mayLead(tokens.get(town))) {
            town++;
        }
        return isTown(tokens, town, gazetteer.longestAt(tokens, begin)) ? end : begin;
    }

    /** Behind "Green Park", "San Pedro prison", "Xanadu shopping mall". */
    private static int behindNoun(List<Token> tokens, int begin, int nameEnd) {
        if (nameEnd > begin + 1 && BareNames.isNoSettlement(tokens.get(nameEnd - 1))) {
            return nameEnd;
        }
        int noun = nameEnd < tokens.size() && AreaWords.isKindOfSite(tokens.get(nameEnd)) ? nameEnd + 1 : nameEnd;
        boolean site = nameEnd > begin && noun < tokens.size() && BareNames.isNoSettlement(tokens.get(noun));
        return site ? noun + 1 : begin;
    }

    private boolean isTown(List<Token> tokens, int begin, Optional<PlaceName> site) {
        Optional<PlaceName> name = tokens.get(begin).isCapitalized()
                        && nations.at(tokens, begin, false).isEmpty()
                ? gazetteer.longestAt(tokens, begin)
                : Optional.empty();
        return name.filter(n -> n.end() == tokens.size() || !AreaWords.isArea(tokens.get(n.end())))
                .filter(n -> n.senses().stream().anyMatch(SiteInTown::isLarge))
                .filter(n -> site.isEmpty() || n.senses().stream().noneMatch(area -> holds(area, site.get())))
                .isPresent();
    }

    private static boolean isLarge(PlaceName.Sense sense) {
        Toponym town = sense.toponym();
        boolean seat = town.kind() == Toponym.Kind.CAPITAL || town.kind() == Toponym.Kind.SEAT;
        return !sense.alternate() && town.kind().isTown() && (seat || town.population() >= LARGE);
    }

    private static boolean holds(PlaceName.Sense area, PlaceName site) {
        return area.toponym().kind() == Toponym.Kind.REGION
                && site.senses().stream()
                        .anyMatch(sense -> area.toponym().equals(sense.toponym().region()));
    }
}
