package org.tocsin.coder.role;

import java.util.List;
import org.tocsin.coder.incident.Trigger;

/**
 * Where an entity stands: in which attack's sentences and how far from its triggers, between which words, and which kind
 * of armed people it is of. Of unknown words only the tag is told, so that names stay out.
 */
final class SettingFeatures {
    private static final int MOST_STEPS = 3;

    private final RoleLexicon lexicon;
    private final AttackContext attacks;

    SettingFeatures(RoleLexicon lexicon, AttackContext attacks) {
        this.lexicon = lexicon;
        this.attacks = attacks;
    }

    /** @param telling the mentions that hang on violence, all where none does */
    void add(FeatureSet features, Entity entity, List<Mention> telling, String group) {
        features.add("sure", group, Integer.toString(sureness(entity.mentions())));
        features.add("sure-telling", group, Integer.toString(sureness(telling)));
        for (Mention mention : entity.mentions()) {
            features.add("attack", group, attacks.place(mention.s().sentence().index()));
        }
        String fine = fine(entity.best());
        features.add("fine", fine);
        if (entity.best().noun().isPresent() && !entity.best().isName() && RoleFeatures.isArmed(entity.best())) {
            features.add("armed-head", entity.best().lemma());
        }
        for (Mention mention : telling) {
            nearest(features, mention, group);
            neighbours(features, mention, group);
            for (Relation relation : mention.relations()) {
                features.add("fine-relation", fine, relation.group(), relation.link());
                features.add("fine-link", fine, relation.link());
                features.add("fine-with", fine, relation.group());
            }
        }
    }

    private int sureness(List<Mention> mentions) {
        return mentions.stream()
                .mapToInt(mention -> attacks.sureness(mention.s().sentence().index()))
                .max()
                .orElse(0);
    }

    /** How far, on which side and of which action the nearest trigger of its sentence is. */
    private void nearest(FeatureSet features, Mention mention, String group) {
        Trigger nearest = null;
        for (Trigger trigger : attacks.triggers(mention.s().sentence().index())) {
            features.add("told", group, trigger.action().name());
            if (nearest == null || Math.abs(distance(mention, trigger)) < Math.abs(distance(mention, nearest))) {
                nearest = trigger;
            }
        }
        if (nearest != null) {
            int distance = distance(mention, nearest);
            int steps = Math.min(MOST_STEPS, 32 - Integer.numberOfLeadingZeros(Math.abs(distance)));
            String side = (distance > 0 ? "after" : distance < 0 ? "before" : "in") + steps;
            features.add("trigger", group, side);
            features.add("trigger-action", group, side, nearest.action().name());
        }
    }

    /** Tokens from the phrase to the trigger: positive when it stands after, 0 inside. */
    private static int distance(Mention mention, Trigger trigger) {
        int token = trigger.token();
        return token >= mention.end()
                ? token - mention.end() + 1
                : token < mention.begin() ? token - mention.begin() : 0;
    }

    private void neighbours(FeatureSet features, Mention mention, String group) {
        TaggedSentence s = mention.s();
        String left = word(s, mention.begin() - 1);
        String right = word(s, mention.end());
        features.add("left", left);
        features.add("right", right);
        features.add("left-group", left, group);
        features.add("right-group", right, group);
        features.add("left-two", word(s, mention.begin() - 2), left);
        features.add("right-two", right, word(s, mention.end() + 1));
    }

    private String word(TaggedSentence s, int i) {
        if (i < 0 || i >= s.size()) {
            return "-";
        }
        Tag tag = s.tag(i);
        boolean content = tag == Tag.NOUN || tag == Tag.ADJECTIVE || tag.isVerbal();
        boolean known = !s.names()[i] && !lexicon.words().entry(s.lemmas()[i]).isUnknown();
        return content && !known ? tag.name() : tag == Tag.NUMBER ? tag.name() : s.lower(i);
    }

    /** The class of noun, also among the armed, where the general features know one class only. */
    private static String fine(Mention mention) {
        if (mention.weapon() != null) {
            return "weapon";
        }
        var actor = mention.s().actors()[mention.head()];
        if (actor != null) {
            return actor.kind().name();
        }
        if (mention.s().isNation(mention.head())) {
            return "nation";
        }
        return mention.noun().map(HeadNouns.Entry::group).orElse(mention.isName() ? "name" : "-");
    }
}
