package org.tocsin.coder.place;

import java.util.List;
import org.tocsin.coder.text.Document;
import org.tocsin.coder.text.Sentence;
import org.tocsin.coder.text.Token;

/** Where the report was written: "BAGHDAD, 28 Sept (Agency) —", "FRESNO, Calif. (AP) -", "DAMASCUS (Agency)". */
final class Dateline {
    /** The dash stands at most so many tokens behind the town. */
    private static final int REACH = 16;

    private Dateline() {}

    /** The mention stands in a dateline: at the head of a paragraph, before a dash, a colon or an agency in brackets. */
    static boolean isIn(Document document, Mention mention) {
        Sentence sentence = document.sentences().get(mention.sentence());
        if (mention.begin() > 0
                || mention.adjective()
                || sentence.isTitle()
                || !isAtParagraphHead(document, sentence)) {
            return false;
        }
        List<Token> tokens = sentence.tokens();
        boolean capitals = tokens.get(0).text().chars().noneMatch(Character::isLowerCase);
        int dash = dash(tokens, mention.end());
        boolean bracket = mention.end() < tokens.size()
                && tokens.get(mention.end()).text().equals("(");
        boolean colon = mention.end() < tokens.size()
                && tokens.get(mention.end()).text().equals(":");
        return (dash >= 0 && (capitals || dash <= mention.end() + 6)) || (capitals && (bracket || colon));
    }

    /** The dash that closes the dateline; -1 when there is a word in lower case before any. */
    private static int dash(List<Token> tokens, int from) {
        for (int i = from; i < Math.min(tokens.size(), from + REACH); i++) {
            switch (tokens.get(i).text()) {
                case "-", "--", "\u2013", "\u2014" -> {
                    return i;
                }
                default -> {
                    // on
                }
            }
        }
        return -1;
    }

    private static boolean isAtParagraphHead(Document document, Sentence sentence) {
        return sentence.index() == 0
                || document.sentences().get(sentence.index() - 1).paragraph() != sentence.paragraph();
    }
}
