package org.tocsin.coder.fingerprint;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tocsin.coder.Fingerprint;
import org.tocsin.coder.incident.Attack;
import org.tocsin.coder.text.Document;
import org.tocsin.coder.text.Sentence;
import org.tocsin.coder.text.Token;

/** Reads what merging compares. Where an article reports several attacks, each has the words of its own sentences. */
public final class FingerprintReader {
    /** Most hashed words that a fingerprint keeps. */
    public static final int MAX_TERMS = 64;
    /** Most names that it keeps. */
    public static final int MAX_NAMES = 32;

    private final RareWords rareWords;
    private final NameReader names;

    private FingerprintReader(RareWords rareWords, NameReader names) {
        this.rareWords = rareWords;
        this.names = names;
    }

    /** Loads the data files from the class path. */
    public static FingerprintReader load() {
        return new FingerprintReader(RareWords.load(), NameReader.load());
    }

    /** The fingerprints of one article. */
    public record Article(List<Attack> attacks, List<Fingerprint> fingerprints) {
        /** That of one of the attacks that were read. */
        public Fingerprint of(Attack attack) {
            return fingerprints.get(attacks.indexOf(attack));
        }
    }

    /** One fingerprint per attack of the document. */
    public Article read(Document document, List<Attack> attacks) {
        List<Long> sketch = Sketch.of(document);
        List<Fingerprint> fingerprints = new ArrayList<>();
        for (List<Sentence> own : shares(document, attacks)) {
            Set<String> found = new LinkedHashSet<>(names.names(document, own));
            if (attacks.size() == 1) {
                found.addAll(names.names(document, document.sentences()));
            }
            fingerprints.add(
                    new Fingerprint(terms(own), found.stream().limit(MAX_NAMES).toList(), sketch));
        }
        return new Article(attacks, fingerprints);
    }

    /** Gives each sentence to the attack that was told of last before it, so that follow-on sentences go with theirs. */
    private static List<List<Sentence>> shares(Document document, List<Attack> attacks) {
        List<List<Sentence>> shares = new ArrayList<>();
        attacks.forEach(a -> shares.add(new ArrayList<>()));
        int current = 0;
        for (Sentence sentence : document.sentences()) {
            for (int i = 0; i < attacks.size(); i++) {
                current = attacks.get(i).tells(sentence.index()) ? i : current;
            }
            shares.get(current).add(sentence);
        }
        return shares;
    }

    private List<Fingerprint.Term> terms(List<Sentence> sentences) {
        Map<Integer, Integer> counts = new HashMap<>();
        for (Sentence sentence : sentences) {
            for (Token token : sentence.tokens()) {
                Words.of(token).ifPresent(word -> counts.merge(WordHash.of(word), 1, Integer::sum));
            }
        }
        List<Fingerprint.Term> terms = new ArrayList<>();
        counts.forEach((hash, count) ->
                terms.add(new Fingerprint.Term(hash, (float) (1 + Math.log(count)) * rareWords.weight(hash))));
        // Hashes break ties, so that the same text keeps the same words on every run.
        terms.sort(Comparator.comparing(Fingerprint.Term::weight).reversed().thenComparing(Fingerprint.Term::hash));
        return terms.stream().limit(MAX_TERMS).toList();
    }
}
