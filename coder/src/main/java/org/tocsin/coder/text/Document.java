package org.tocsin.coder.text;

import java.util.List;

/**
 * An article's plain text: the title, a blank line, the body without mark-up.
 *
 * @param text what all spans of sentences and tokens count in
 * @param allCapitals the body is written in capitals, so that a capital letter says nothing about a word
 * @param origin where the text's characters stood in the article as published
 */
public record Document(String text, List<Sentence> sentences, boolean allCapitals, Origin origin) {
    private static final int SENTENCES_BEHIND = 100;

    public Document {
        sentences = List.copyOf(sentences);
    }

    /** The same document as if it ended a hundred sentences behind that one; few articles are longer. */
    public Document shortlyAfter(int sentence) {
        return first(sentence + 1 + SENTENCES_BEHIND);
    }

    /** The same document as if it ended after so many sentences; itself when it has no more. */
    private Document first(int count) {
        return count >= sentences.size() ? this : new Document(text, sentences.subList(0, count), allCapitals, origin);
    }

    /** The words of the sentence as written. */
    public String textOf(Sentence sentence) {
        return text.substring(sentence.begin(), sentence.end());
    }
}
