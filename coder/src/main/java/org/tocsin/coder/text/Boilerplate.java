package org.tocsin.coder.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What sites put around the news, and into it: buttons, notices, bare addresses, pointers to other stories. */
final class Boilerplate {
    private static final int LONGEST = 14;

    private final List<List<String>> beginnings = new ArrayList<>();
    private final Map<String, List<List<String>>> pointers = new HashMap<>();

    Boilerplate() {
        for (DataFile.Row row : DataFile.rows(Boilerplate.class, "boilerplate.tsv")) {
            List<String> words = List.of(row.text(0).split(" ", -1));
            beginnings.add(words);
            if (row.text(1).equals("INSIDE")) {
                pointers.computeIfAbsent(words.get(0), first -> new ArrayList<>())
                        .add(words);
            }
        }
    }

    /** The line is nothing else. */
    boolean is(List<Token> line) {
        if (line.size() == 1 && line.get(0).isAddress()) {
            return true;
        }
        return line.size() <= LONGEST
                && beginnings.stream()
                        .anyMatch(words -> stand(words, line, 0) && (!isPointer(words) || pointsOn(words, line, 0)));
    }

    /** A pointer to another story opens at that token: "Related: Two die in ...". */
    boolean pointsAt(List<Token> tokens, int at) {
        return tokens.get(at).isCapitalized()
                && pointers.getOrDefault(tokens.get(at).lower(), List.of()).stream()
                        .anyMatch(words -> stand(words, tokens, at) && pointsOn(words, tokens, at));
    }

    /** The sentence is no more than such a pointer; a longer one has run together with news. */
    boolean isPointer(Sentence sentence) {
        return sentence.tokens().size() <= LONGEST && pointsAt(sentence.tokens(), 0);
    }

    private boolean isPointer(List<String> words) {
        return pointers.getOrDefault(words.get(0), List.of()).contains(words);
    }

    /** A colon, or a title: "Related video Three hurt", and not "Related video shows gunmen". */
    private static boolean pointsOn(List<String> words, List<Token> tokens, int at) {
        int next = at + words.size();
        return words.get(words.size() - 1).equals(":")
                || next >= tokens.size()
                || !tokens.get(next).isWord()
                || tokens.get(next).isCapitalized();
    }

    private static boolean stand(List<String> words, List<Token> tokens, int at) {
        if (tokens.size() - at < words.size()) {
            return false;
        }
        for (int i = 0; i < words.size(); i++) {
            if (!tokens.get(at + i).lower().equals(words.get(i))) {
                return false;
            }
        }
        return true;
    }
}
