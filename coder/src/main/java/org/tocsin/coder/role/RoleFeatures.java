package org.tocsin.coder.role;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What is known of an entity when its role is decided: how its mentions hang on verbs and event nouns, what kind of thing
 * it is, where it stands. Names never enter as words, so that nothing of a region or a decade is learned by heart.
 */
final class RoleFeatures {
    /** Groups of head nouns of armed people. */
    static final Set<String> ARMED = Set.of("attacker", "faction", "force", "state");

    private final RoleLexicon lexicon;
    private final DocumentView view;
    private final SettingFeatures setting;
    private final ClusterFeatures clusters;
    private final AttributionFeatures attribution;

    RoleFeatures(RoleLexicon lexicon, DocumentView view) {
        this.lexicon = lexicon;
        this.view = view;
        this.setting = new SettingFeatures(lexicon, view.attacks());
        this.clusters = new ClusterFeatures(lexicon.clusters());
        this.attribution = lexicon.attribution();
    }

    int[] of(Entity entity) {
        FeatureSet features = new FeatureSet();
        Mention best = entity.best();
        String group = group(best);
        String kind = kind(best);
        features.add("bias");
        features.add("group", group);
        features.add("kind", kind);
        if (!best.isName() && !group.equals("armed")) {
            features.add("head", best.lemma());
        }
        features.add("count", group, bucket(entity.mentions().size()));
        int violent = 0;
        List<Mention> telling = entity.mentions().stream()
                .filter(mention -> mention.relations().stream().anyMatch(Relation::isViolent))
                .toList();
        features.add("telling", bucket(telling.size()), group);
        List<Mention> described = telling.isEmpty() ? entity.mentions() : telling;
        for (Mention mention : described) {
            mention(features, mention, group, kind);
            clusters.mention(features, mention, group);
        }
        clusters.best(features, best, group);
        setting.add(features, entity, described, group);
        for (Mention mention : entity.mentions()) {
            attribution.add(features, mention, group);
            violent += view.isViolent(mention.s().sentence().index()) ? 1 : 0;
        }
        features.add("violent", bucket(violent), group);
        features.add(
                "named",
                group,
                best.isName() ? "name" : lexicon.words().isPlural(best.s().lower(best.head())) ? "many" : "one");
        features.add("length", bucket(best.end() - best.begin()));
        Mention first = entity.mentions().get(0);
        features.add("first", bucket(view.order(first.s().sentence().index())), group);
        return features.toArray();
    }

    private void mention(FeatureSet features, Mention mention, String group, String kind) {
        String part = mention.part().name();
        int sentence = mention.s().sentence().index();
        features.add("part", part, group);
        if (mention.s().sentence().isTitle()) {
            features.add("title", group);
        }
        List<String> links = new ArrayList<>();
        for (Relation relation : mention.relations()) {
            features.add("relation", part, relation.group(), relation.link());
            features.add("relation-group", group, relation.group(), relation.link());
            features.add("relation-kind", kind, relation.group(), relation.link());
            features.add("link", group, relation.link());
            features.add("with", group, relation.group());
            if (!lexicon.words().entry(relation.word()).isUnknown()) {
                features.add("word", relation.word(), relation.link());
                features.add("word-only", relation.word(), group);
            }
            links.add(relation.group() + "|" + relation.link());
        }
        if (links.size() > 1) {
            features.add("pair", links.get(0), links.get(links.size() - 1), group);
        }
        features.add("near", view.isViolent(sentence) ? "in" : view.isNearViolent(sentence) ? "next" : "far", group);
        for (String violence : view.violence(sentence)) {
            features.add("beside", violence, group);
        }
        described(features, mention, group);
    }

    private void described(FeatureSet features, Mention mention, String group) {
        TaggedSentence s = mention.s();
        for (int i = mention.begin(); i < mention.head(); i++) {
            Tag tag = s.tag(i);
            if (tag == Tag.NUMBER) {
                features.add("number", group);
            } else if (s.nations()[i] != null) {
                features.add("nation", group);
            } else if (!s.names()[i] && !lexicon.words().entry(s.lemmas()[i]).isUnknown()) {
                features.add("described", s.lemmas()[i]);
            }
        }
        int before = mention.begin() - 1;
        Tag left = s.tag(before);
        features.add("article", left == Tag.DETERMINER ? s.lower(before) : left.name(), group);
        features.add("next", s.tag(mention.end()).name(), group);
        if (s.isNation(mention.head())) {
            features.add("is-nation", mention.part().name());
        }
    }

    /** Armed people of all sides are one class: which side attacks, and whom, differs from war to war. */
    private static String group(Mention mention) {
        if (mention.weapon() != null) {
            return "weapon";
        }
        if (isArmed(mention)) {
            return "armed";
        }
        return mention.noun().map(HeadNouns.Entry::group).orElse(mention.isName() ? "name" : "-");
    }

    /** An army, a government, a known armed group, a country as an actor, gunmen, fighters. */
    static boolean isArmed(Mention mention) {
        return mention.s().actors()[mention.head()] != null
                || mention.s().isNation(mention.head())
                || mention.noun().filter(noun -> ARMED.contains(noun.group())).isPresent();
    }

    private String kind(Mention mention) {
        if (mention.weapon() != null) {
            return mention.weapon().name();
        }
        if (isArmed(mention)) {
            return "armed";
        }
        if (mention.noun().isPresent()) {
            return mention.noun().get().type().name();
        }
        return mention.isName()
                ? "name"
                : lexicon.words().entry(mention.lemma()).kind();
    }

    static String bucket(int n) {
        return n <= 3 ? Integer.toString(n) : n <= 5 ? "4-5" : n <= 9 ? "6-9" : "10+";
    }
}
