package org.tocsin.coder.text;

import java.util.List;

/** Where a report was written: "BAGHDAD, 28 Sept (Agency) —", "FRESNO, Calif. (AP) -", "DAMASCUS (Agency)". */
public final class Dateline {
    /** The dash stands at most so many tokens behind the town. */
    private static final int REACH = 16;

    /** Behind a town that is not in capitals, at most so many. */
    private static final int SHORT_REACH = 6;

    private Dateline() {}

    /** Whether the first tokens of the sentence, up to that one, are a town at the head of a dateline. */
    public static boolean opens(Document document, Sentence sentence, int townEnd) {
        if (sentence.isTitle() || !isAtParagraphHead(document, sentence)) {
            return false;
        }
        List<Token> tokens = sentence.tokens();
        boolean capitals = tokens.get(0).text().chars().noneMatch(Character::isLowerCase);
        int dash = dash(tokens, townEnd);
        String next = townEnd < tokens.size() ? tokens.get(townEnd).text() : "";
        return (dash >= 0 && (capitals || dash <= townEnd + SHORT_REACH))
                || (capitals && (next.equals("(") || next.equals(":")));
    }

    /** The token behind the sentence's dateline, as far as a dash shows where that ends; 0 when it has none. */
    public static int end(Document document, Sentence sentence) {
        List<Token> tokens = sentence.tokens();
        int town = 0;
        while (town < tokens.size() && tokens.get(town).isCapitalized()) {
            town++;
        }
        return town > 0 && opens(document, sentence, town) ? Math.max(town, dash(tokens, town) + 1) : 0;
    }

    /** The first dash from there; -1 when there is none within reach. */
    private static int dash(List<Token> tokens, int from) {
        for (int i = from; i < Math.min(tokens.size(), from + REACH); i++) {
            if (tokens.get(i).isDash()) {
                return i;
            }
        }
        return -1;
    }

    private static boolean isAtParagraphHead(Document document, Sentence sentence) {
        return sentence.index() == 0
                || document.sentences().get(sentence.index() - 1).paragraph() != sentence.paragraph();
    }
}
