package org.tocsin.coder.role;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Unites mentions of the same thing: same head noun, same name or part of a name, apposition ("X, mayor of Y"), and an
 * abbreviation in brackets. Linear in the number of mentions.
 */
final class Coreference {
    private static final String ONE = "one:";
    private static final String MANY = "many:";

    private final List<Mention> mentions;
    private final Idioms idioms;
    private final int[] parent;
    private final Map<String, Integer> byKey = new HashMap<>();
    private final Map<String, Integer> byTitle = new HashMap<>();

    private Coreference(List<Mention> mentions, Idioms idioms) {
        this.mentions = mentions;
        this.idioms = idioms;
        this.parent = new int[mentions.size()];
        for (int i = 0; i < parent.length; i++) {
            parent[i] = i;
        }
    }

    static List<Entity> unite(List<Mention> mentions, Idioms idioms) {
        Coreference coreference = new Coreference(mentions, idioms);
        // The army of "army attack" may be that of "the army" or one of "armies", which must be known by then.
        for (boolean before : new boolean[] {false, true}) {
            for (int i = 0; i < mentions.size(); i++) {
                if (isDoerBefore(mentions.get(i)) == before) {
                    coreference.link(i);
                }
            }
        }
        return coreference.entities();
    }

    private void link(int i) {
        Mention mention = mentions.get(i);
        if (mention.isOfNobody()) {
            return;
        }
        String prefix = mention.weapon() == null ? "" : "w:";
        if (mention.s().actors()[mention.head()] != null) {
            join(i, "actor:" + mention.s().actors()[mention.head()].name());
        } else if (mention.isName()) {
            linkName(i, mention);
        } else {
            Integer titled = isDefinite(mention) ? byTitle.get(mention.lemma()) : null;
            if (titled != null) {
                unite(titled, i);
            } else {
                join(i, prefix + (isPlural(mention) ? MANY : ONE) + noun(mention));
            }
        }
        apposition(i, mention);
    }

    /** Of "rebel attack" the rebels or the rebel that the article knows, rebels when it knows none: such nouns have no plural. */
    private boolean isPlural(Mention mention) {
        if (isDoerBefore(mention)) {
            return byKey.containsKey(MANY + mention.lemma()) || !byKey.containsKey(ONE + mention.lemma());
        }
        return !Tagger.bare(mention.s().lower(mention.head())).equals(mention.lemma()) && !isUnit(mention);
    }

    /** The noun that says who it is: of "army units" the army. */
    private String noun(Mention mention) {
        return isUnit(mention) ? mention.s().lemmas()[mention.head() - 1] : mention.lemma();
    }

    private boolean isUnit(Mention mention) {
        return mention.lemma().equals("unit")
                && mention.begin() < mention.head()
                && idioms.is("OF-UNITS", mention.s().lemmas()[mention.head() - 1]);
    }

    /** Armed people named before an event noun: "rebel attack". */
    private static boolean isDoerBefore(Mention mention) {
        return mention.part() == Mention.Part.MODIFIER && RoleFeatures.isArmed(mention);
    }

    /** A name joins the entity with that last name; its title noun then stands for it: "the mayor". */
    private void linkName(int i, Mention mention) {
        join(i, "n:" + Tagger.bare(mention.s().lower(mention.head())));
        for (int t = mention.begin(); t < mention.head(); t++) {
            if (mention.s().names()[t] && mention.head() - t <= 3) {
                String key = "n:" + mention.s().lower(t);
                Integer earlier = byKey.get(key);
                if (earlier != null
                        && mentions.get(earlier).begin()
                                == mentions.get(earlier).head()) {
                    unite(earlier, i);
                }
                byKey.putIfAbsent(key, i);
            } else if (!mention.s().names()[t] && mention.s().tag(t) == Tag.NOUN) {
                byTitle.put(mention.s().lemmas()[t], i);
            }
        }
    }

    private static boolean isDefinite(Mention mention) {
        return mention.begin() > 0
                && mention.begin() == mention.head()
                && mention.s().lower(mention.begin() - 1).equals("the");
    }

    private void apposition(int i, Mention mention) {
        @Nullable Mention before = i > 0 ? mentions.get(i - 1) : null;
        if (before == null || before.s() != mention.s() || before.end() + 1 > mention.begin()) {
            return;
        }
        int gap = before.end();
        String mark = mention.s().lower(gap);
        boolean direct = mention.begin() - gap <= 2;
        boolean oneName = before.isName() != mention.isName();
        boolean bracket = mark.equals("(") || mark.equals("[");
        boolean comma = mark.equals(",") && isPerson(before.isName() ? mention : before) && !isListed(mention);
        boolean bracketed = direct && bracket && (oneName || mention.isName());
        if (bracketed
                || (comma && oneName && isBehindComma(mention, gap))
                || isNamed(mention.s(), gap, mention.begin())) {
            unite(i - 1, i);
        }
    }

    /** ", the teacher", ", also a teacher", ", Carlos Pena"; ", then Carlos Pena" and ", then a teacher" go on to another person. */
    private boolean isBehindComma(Mention mention, int comma) {
        TaggedSentence s = mention.s();
        int between = mention.begin() - comma - 1;
        if (between == 0) {
            return true;
        }
        // "Ana Sosa, whose husband was killed", is not the husband.
        boolean article = s.tag(comma + 1) == Tag.DETERMINER
                || (s.tag(comma + 1) == Tag.POSSESSIVE && !s.lower(comma + 1).equals("whose"));
        if (mention.isName()) {
            return between == 1 && (article || idioms.is("CALLED", s.lower(comma + 1)));
        }
        boolean adverb = s.tag(comma + 1) == Tag.ADVERB && !idioms.is("GOING-ON", s.lower(comma + 1));
        return (between == 1 && (article || adverb)) || (between == 2 && adverb);
    }

    /** "a group [calling itself the] Front", "a gang [known as] the Crows". */
    private boolean isNamed(TaggedSentence s, int from, int to) {
        int at = s.lower(from).equals(",") ? from + 1 : from;
        if (to - at < 2 || to - at > 3) {
            return false;
        }
        String verb = s.lower(at);
        String next = s.lower(at + 1);
        return (idioms.is("NAMING", verb) && idioms.is("SELF", next)) || (verb.equals("known") && next.equals("as"));
    }

    /** One of the people, of the family or of a force, or a group: "a teacher", "a soldier", "a militia", and not "a patrol". */
    private boolean isPerson(Mention mention) {
        return mention.noun()
                        .filter(n -> n.group().equals("people")
                                || n.group().equals("kin")
                                || n.group().equals("faction")
                                || (n.group().equals("force") && !idioms.is("UNIT", mention.lemma())))
                        .isPresent()
                && mention.lemma().equals(Tagger.bare(mention.s().lower(mention.head())));
    }

    private static boolean isListed(Mention mention) {
        Tag next = mention.s().tag(mention.end());
        return next == Tag.CONJUNCTION;
    }

    private void join(int i, String key) {
        Integer earlier = byKey.putIfAbsent(key, i);
        if (earlier != null) {
            unite(earlier, i);
        }
    }

    private int root(int i) {
        int at = i;
        while (parent[at] != at) {
            parent[at] = parent[parent[at]];
            at = parent[at];
        }
        return at;
    }

    private void unite(int a, int b) {
        int ra = root(a);
        int rb = root(b);
        parent[Math.max(ra, rb)] = Math.min(ra, rb);
    }

    private List<Entity> entities() {
        Map<Integer, List<Mention>> groups = new LinkedHashMap<>();
        for (int i = 0; i < parent.length; i++) {
            groups.computeIfAbsent(root(i), r -> new ArrayList<>()).add(mentions.get(i));
        }
        return groups.values().stream().map(Entity::new).toList();
    }
}
