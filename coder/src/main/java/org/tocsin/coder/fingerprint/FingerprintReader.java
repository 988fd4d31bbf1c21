package org.tocsin.coder.fingerprint;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.tocsin.coder.Fingerprint;
import org.tocsin.coder.incident.Attack;
import org.tocsin.coder.text.Document;
import org.tocsin.coder.text.Sentence;
import org.tocsin.coder.text.Token;
import org.tocsin.coder.text.WordNumbers;

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
        WordNumbers counts = new WordNumbers(1 << 8);
        List<Integer> distinct = new ArrayList<>();
        for (Sentence sentence : sentences) {
            for (Token token : sentence.tokens()) {
                Words.of(token).ifPresent(word -> count(WordHash.of(word), counts, distinct));
            }
        }
        List<Fingerprint.Term> terms = new ArrayList<>();
        for (int hash : distinct) {
            float frequency = (float) (1 + Math.log(counts.get(hash)));
            terms.add(new Fingerprint.Term(hash, frequency * rareWords.weight(hash)));
        }
        // Hashes break ties, so that the same text keeps the same words on every run.
        terms.sort((one, other) -> one.weight() == other.weight()
                ? Integer.compare(one.hash(), other.hash())
                : Float.compare(other.weight(), one.weight()));
        return terms.stream().limit(MAX_TERMS).toList();
    }

    private static void count(int hash, WordNumbers counts, List<Integer> distinct) {
        int before = counts.get(hash);
        counts.put(hash, Math.max(before, 0) + 1);
        if (before == WordNumbers.NONE) {
            distinct.add(hash);
        }
    }
}
