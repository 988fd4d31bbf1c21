package org.tocsin.coder.place;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tocsin.coder.text.Document;
import org.tocsin.coder.text.Sentence;
import org.tocsin.coder.text.Token;

/**
 * Where names stand once more, alone: "the village of Qarn Zubayda" in the first sentence, "Qarn Zubayda" in the next, and not
 * "Qarn" nor "qarn zubayda". Linear in the document's length.
 */
final class NamedAgain {
    private final Document document;
    private final Map<String, List<Mention>> byFirstWord;

    /** @param named one mention of each name */
    NamedAgain(Document document, Collection<Mention> named) {
        this.document = document;
        this.byFirstWord = named.stream().collect(Collectors.groupingBy(mention -> document.sentences()
                .get(mention.sentence())
                .tokens()
                .get(mention.begin())
                .lower()));
    }

    /** The further mentions, but where one of these begins. */
    List<Mention> without(List<Mention> some, List<Mention> others) {
        Set<Long> taken = Stream.concat(some.stream(), others.stream())
                .map(mention -> position(mention.sentence(), mention.begin()))
                .collect(Collectors.toSet());
        List<Mention> again = new ArrayList<>();
        for (Sentence sentence : document.sentences()) {
            for (int i = 0; i < sentence.tokens().size(); i++) {
                if (sentence.tokens().get(i).isCapitalized() && !taken.contains(position(sentence.index(), i))) {
                    again.addAll(at(sentence, i));
                }
            }
        }
        return again;
    }

    private List<Mention> at(Sentence sentence, int begin) {
        List<Token> tokens = sentence.tokens();
        List<Mention> here = new ArrayList<>();
        for (Mention mention : byFirstWord.getOrDefault(tokens.get(begin).lower(), List.of())) {
            int end = begin + mention.end() - mention.begin();
            if (end <= tokens.size()
                    && Folding.fold(Token.textOf(tokens.subList(begin, end))).equals(mention.name())) {
                here.add(new Mention(
                        sentence.index(), begin, end, mention.name(), mention.senses(), false, false, null));
            }
        }
        return here;
    }

    private static long position(int sentence, int token) {
        return ((long) sentence << 32) + token;
    }
}
