package org.tocsin.coder.fingerprint;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.tocsin.coder.text.DataFile;
import org.tocsin.coder.text.Dateline;
import org.tocsin.coder.text.Document;
import org.tocsin.coder.text.Sentence;
import org.tocsin.coder.text.Token;

/**
 * Proper names by their capitals: runs of capitalised words, in lower case, without calendar words and forms of address.
 * A dateline names where the reporter sits and for whom he writes, which says nothing of the attack.
 */
final class NameReader {
    private static final int LONGEST = 60;

    private final Set<String> particles = new HashSet<>();
    private final Set<String> noNames = new HashSet<>();

    private NameReader() {}

    static NameReader load() {
        NameReader reader = new NameReader();
        for (DataFile.Row row : DataFile.rows(NameReader.class, "name-words.tsv")) {
            (row.text(1).equals("particle") ? reader.particles : reader.noNames).add(row.text(0));
        }
        return reader;
    }

    /** The names of these sentences, in text order, each once; none in a text that is all capitals. */
    Set<String> names(Document document, List<Sentence> sentences) {
        if (document.allCapitals()) {
            return Set.of();
        }
        Set<String> inside = capitalizedInside(document);
        Set<String> names = new LinkedHashSet<>();
        for (Sentence sentence : sentences) {
            if (!sentence.isTitle()) {
                read(sentence, Dateline.end(document, sentence), inside, names);
            }
        }
        return names;
    }

    /** Words with a capital in the middle of a sentence: at its start such a word is a name, too. */
    private static Set<String> capitalizedInside(Document document) {
        Set<String> inside = new HashSet<>();
        for (Sentence sentence : document.sentences()) {
            for (int i = 1; !sentence.isTitle() && i < sentence.tokens().size(); i++) {
                Token token = sentence.tokens().get(i);
                if (token.isCapitalized() && sentence.tokens().get(i - 1).isWord()) {
                    inside.add(token.lower());
                }
            }
        }
        return inside;
    }

    private void read(Sentence sentence, int from, Set<String> inside, Set<String> into) {
        List<Token> tokens = sentence.tokens();
        List<String> run = new ArrayList<>();
        for (int i = from; i <= tokens.size(); i++) {
            if (i < tokens.size() && isName(tokens, i, inside)) {
                run.add(base(tokens.get(i).lower()));
            } else if (i + 1 < tokens.size() && !run.isEmpty() && joins(tokens, i, inside)) {
                run.add(tokens.get(i).lower());
            } else {
                if (!run.isEmpty()) {
                    String name = String.join(" ", run);
                    into.add(name.substring(0, Math.min(name.length(), LONGEST)));
                }
                run.clear();
            }
        }
    }

    private boolean joins(List<Token> tokens, int i, Set<String> inside) {
        return particles.contains(tokens.get(i).lower()) && isName(tokens, i + 1, inside);
    }

    private boolean isName(List<Token> tokens, int i, Set<String> inside) {
        Token token = tokens.get(i);
        if (!token.isCapitalized() || token.text().length() < 2 || noNames.contains(token.lower())) {
            return false;
        }
        return i > 0 || inside.contains(token.lower());
    }

    private static String base(String lower) {
        return lower.endsWith("'s") ? lower.substring(0, lower.length() - 2) : lower;
    }
}
