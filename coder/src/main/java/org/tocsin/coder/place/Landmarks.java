package org.tocsin.coder.place;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.tocsin.coder.text.Token;
import org.tocsin.coder.text.WordClasses;

/**
 * Towns that only say where another place is: "Qarn, a village near Xanadu", "Qarn, 30 km north of Xanadu", and not "a village near
 * Xanadu", where nothing else has a name.
 */
final class Landmarks {
    private static final WordClasses WORDS = AreaWords.WORDS;

    /** ", a small town about 50 kilometres (30 miles) to the south-east of". */
    private static final int FARTHEST = 18;

    private final Gazetteer gazetteer;
    private final Containment containment;

    Landmarks(Gazetteer gazetteer, Containment containment) {
        this.gazetteer = gazetteer;
        this.containment = containment;
    }

    /** The index of the town near which the place lies whose name ends before that token; -1 when none is told. */
    static int behind(List<Token> tokens, int end) {
        boolean near = false;
        for (int i = end; i < Math.min(tokens.size(), end + FARTHEST); i++) {
            Token token = tokens.get(i);
            String word = token.lower();
            if (near
                    && token.isWord()
                    && token.isCapitalized()
                    && WORDS.is("to landmark", tokens.get(i - 1).lower())) {
                return i;
            }
            boolean leads = WORDS.is("near", word) || WORDS.is("direction", word) || WORDS.is("length", word);
            near |= leads;
            if (!leads && !mayStandBetween(tokens, i)) {
                return -1;
            }
        }
        return -1;
    }

    private static boolean mayStandBetween(List<Token> tokens, int i) {
        Token token = tokens.get(i);
        String word = token.lower();
        boolean said = token.isNumber()
                || WORDS.is("to landmark", word)
                || WORDS.is("about", word)
                || AreaWords.isSettlement(token)
                || AreaWords.mayLead(token);
        return (said && !token.isCapitalized())
                || token.text().equals(",")
                || token.text().equals("(")
                || token.text().equals(")");
    }

    /** The town near which the place lies whose name ends before that token, where the text or its size tells which it is. */
    @Nullable
    Toponym of(List<Token> tokens, int end) {
        int begin = behind(tokens, end);
        Optional<PlaceName> name = begin < 0 ? Optional.empty() : gazetteer.longestAt(tokens, begin);
        if (name.isEmpty()) {
            return null;
        }
        Toponym within = containment.of(tokens, begin, name.get().end());
        Predicate<Toponym> there = within == null ? town -> true : town -> Mention.isWithin(town, within);
        return name.get().senses().stream()
                .filter(sense -> !sense.alternate() && sense.toponym().kind().isTown())
                .map(PlaceName.Sense::toponym)
                .filter(there)
                .max(Comparator.comparingInt(Toponym::population))
                .orElse(null);
    }
}
