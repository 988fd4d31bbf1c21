package org.tocsin.coder.role;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.tocsin.coder.TargetType;
import org.tocsin.coder.incident.Attack;
import org.tocsin.coder.text.Document;
import org.tocsin.coder.text.Sentence;

/** A document as roles are read: its tagged sentences, where violence is told, and the entities in it. */
final class DocumentView {
    /** Sentences looked at; attacks and who was in them stand in the first ones, and cost must stay bounded. */
    private static final int LONGEST = 120;

    private final Map<Integer, Set<String>> violence = new HashMap<>();
    private final Map<Integer, Integer> order = new HashMap<>();
    private final List<Mention> mentions = new ArrayList<>();
    private final List<Entity> entities;
    private final AttackContext attacks;

    DocumentView(Document document, List<Attack> attacks, RoleLexicon lexicon) {
        this.attacks = new AttackContext(attacks);
        for (Sentence sentence : document.sentences()) {
            if (order.size() >= LONGEST) {
                break;
            }
            TaggedSentence tagged = lexicon.tagger().tag(sentence, document.allCapitals());
            violence.put(sentence.index(), violenceIn(tagged, lexicon.events()));
            order.put(sentence.index(), order.size());
            mentions.addAll(MentionFinder.find(tagged, lexicon));
        }
        this.entities = Coreference.unite(mentions, lexicon.words().idioms());
    }

    private static Set<String> violenceIn(TaggedSentence s, EventWords events) {
        Set<String> found = new TreeSet<>();
        for (int i = 0; i < s.size(); i++) {
            String group = s.tag(i) == Tag.NOUN
                    ? events.noun(s.lemmas()[i])
                    : s.tag(i).isVerbal() ? events.verb(s.lemmas()[i]) : null;
            if (EventWords.isViolent(group)) {
                found.add(String.valueOf(group));
            }
        }
        return found;
    }

    AttackContext attacks() {
        return attacks;
    }

    List<Entity> entities() {
        return entities;
    }

    /** Police are spoken of more often than soldiers, as the people that things happen to. */
    boolean isAmongPolice() {
        int balance = 0;
        for (Mention mention : mentions) {
            if (!Phrasing.EITHER_FORCE.contains(mention.lemma())) {
                balance += mention.noun()
                        .filter(noun -> noun.group().equals("force"))
                        .map(noun -> noun.type() == TargetType.POLICE ? 1 : -1)
                        .orElse(0);
            }
        }
        return balance > 0;
    }

    boolean isViolent(int sentence) {
        return !violence(sentence).isEmpty();
    }

    boolean isNearViolent(int sentence) {
        return isViolent(sentence - 1) || isViolent(sentence + 1);
    }

    Set<String> violence(int sentence) {
        return violence.getOrDefault(sentence, Set.of());
    }

    /** How many sentences stand before this one. */
    int order(int sentence) {
        return order.getOrDefault(sentence, LONGEST);
    }
}
