package org.tocsin.coder.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.tocsin.coder.Evidence;
import org.tocsin.coder.casualty.Casualties;
import org.tocsin.coder.incident.Attack;
import org.tocsin.coder.role.Roles;
import org.tocsin.coder.text.Document;
import org.tocsin.coder.text.Origin;
import org.tocsin.coder.text.Sentence;

/** The sentences that carried an incident: its surest attack word, its toll, its targets, actors and weapons. */
public final class EvidenceReader {
    /** A reader wants the sentences that decide, not the article again. */
    private static final int MOST = 6;

    private EvidenceReader() {}

    /** The evidence of one attack in text order, always with the sentence of its surest attack word. */
    public static List<Evidence> of(Document document, Attack attack, Casualties casualties, Roles roles) {
        int main = attack.main().sentence();
        Set<Integer> sentences = new TreeSet<>();
        sentences.add(main);
        add(sentences, casualties.sentences());
        add(
                sentences,
                roles.spans().stream().map(s -> sentenceAt(document, s.begin())).toList());
        List<Evidence> evidence = new ArrayList<>();
        sentences.forEach(s -> evidence.add(of(document, document.sentences().get(s))));
        return evidence;
    }

    private static void add(Set<Integer> sentences, List<Integer> more) {
        for (int sentence : more) {
            if (sentences.size() < MOST) {
                sentences.add(sentence);
            }
        }
    }

    /** The last sentence that begins at or before that character. */
    private static int sentenceAt(Document document, int character) {
        int low = 0;
        int high = document.sentences().size() - 1;
        while (low < high) {
            int middle = (low + high + 1) / 2;
            if (document.sentences().get(middle).begin() <= character) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    private static Evidence of(Document document, Sentence sentence) {
        Origin.Span span = document.origin().of(sentence.begin(), sentence.end());
        return new Evidence(span.inTitle(), span.begin(), span.end(), shortened(document.textOf(sentence)));
    }

    /** Cut before a character that would be cut in half. */
    private static String shortened(String text) {
        if (text.length() <= Evidence.MAX_SENTENCE) {
            return text;
        }
        int end = Evidence.MAX_SENTENCE;
        return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end);
    }
}
