package org.tocsin.coder.place;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.tocsin.coder.choice.Features;
import org.tocsin.coder.incident.Attack;
import org.tocsin.coder.incident.Trigger;
import org.tocsin.coder.text.Document;
import org.tocsin.coder.text.Sentence;
import org.tocsin.coder.text.Token;

/** How near a mention stands to the words that tell of the attack. */
final class AttackDistance {
    private static final int FAR = 100;

    private final String style;
    private final Document document;
    private final Attack attack;
    private final Set<Integer> own;
    private final Trigger main;

    private final Set<String> located = new HashSet<>();

    /** @param foreign the article is not about the United States, whose local news names places in its own way */
    AttackDistance(Document document, Attack attack, List<Mention> mentions, boolean foreign) {
        this.style = foreign ? "f" : "u";
        this.document = document;
        this.attack = attack;
        this.main = attack.main();
        this.own = new HashSet<>(attack.sentences());
        Set<Integer> told = new HashSet<>();
        attack.triggers().forEach(trigger -> told.add(trigger.sentence()));
        for (Mention mention : mentions) {
            if (told.contains(mention.sentence()) && isPlacing(document, mention)) {
                located.add(mention.name());
            }
        }
    }

    /** "In Tafas", "near the town of Tafas": a town, behind a word that places things. */
    static boolean isPlacing(Document document, Mention mention) {
        return mention.mayBeTown() && !before(document, mention).equals("0");
    }

    private String before(Mention mention) {
        return before(document, mention);
    }

    /** The word before it, and before "the northern city of", when it is one that places things; "0" when it is another. */
    private static String before(Document document, Mention mention) {
        Sentence sentence = document.sentences().get(mention.sentence());
        List<Token> tokens = sentence.tokens();
        if (!document.allCapitals() && mention.mayBeTown() && AreaWords.isAttacked(sentence, mention.begin())) {
            return "in";
        }
        int begin = AreaWords.beforeDescription(tokens, mention.begin());
        for (int i = begin - 1; i >= Math.max(0, begin - 2); i--) {
            if (AreaWords.WORDS.is("before place", tokens.get(i).lower())) {
                return tokens.get(i).lower();
            }
        }
        return "0";
    }

    /** Small for the mentions to look at first: by sentences, then by tokens; headlines count as near. */
    int rank(Mention mention) {
        int sentences = FAR;
        int tokens = FAR;
        for (Trigger trigger : attack.triggers()) {
            int apart = Math.abs(mention.sentence() - trigger.sentence());
            if (apart < sentences) {
                sentences = apart;
                tokens = FAR;
            }
            if (apart == 0) {
                tokens = Math.min(tokens, Math.abs(mention.begin() - trigger.token()));
            }
        }
        Sentence sentence = document.sentences().get(mention.sentence());
        int near = sentence.isTitle() || own.contains(mention.sentence()) ? Math.min(1, sentences) : sentences;
        return near * 1000 + tokens + Math.min(mention.sentence(), FAR);
    }

    void add(Features features, Mention mention, String kind, boolean dateline) {
        Sentence sentence = document.sentences().get(mention.sentence());
        Trigger nearest = nearest(mention);
        int sentences = mention.sentence() - nearest.sentence();
        String where = dateline ? "dateline" : sentence.isTitle() ? "title" : String.valueOf(clipped(sentences));
        features.add("sentences", where, kind);
        features.add("sentences", where, kind + style);
        features.add("kindStyle", style, kind);
        features.add("placed", before(mention), where + kind);
        features.add("placed", before(mention), where + kind + style);
        boolean rival = located.size() > (located.contains(mention.name()) ? 1 : 0);
        String placed = located.contains(mention.name()) ? "placed" : "";
        features.add("rival", placed + (rival ? where : ""), kind);
        features.add("rival", placed + (rival ? where : ""), kind + style);
        features.add("own", own.contains(mention.sentence()) ? kind : "0");
        features.add("early", kind, String.valueOf(Math.min(mention.sentence(), 6)));
        if (sentences == 0) {
            int tokens = mention.begin() - nearest.token();
            String apart = String.valueOf(Integer.signum(tokens) * bits(tokens));
            features.add("tokens", kind, apart);
            features.add("tokens", kind + style, apart);
            features.add("placedTokens", before(mention), kind + apart);
            features.add("kindOfAttack", nearest.type().name(), kind);
            features.add("weight", kind, String.valueOf(Math.round(4 * nearest.weight())));
            features.add("main", nearest.equals(main) ? kind : "0");
        }
        features.add("order", kind, String.valueOf(Integer.signum(mention.sentence() - main.sentence())));
    }

    private Trigger nearest(Mention mention) {
        Trigger nearest = attack.triggers().get(0);
        long least = Long.MAX_VALUE;
        for (Trigger trigger : attack.triggers()) {
            long apart = 10_000L * Math.abs(mention.sentence() - trigger.sentence())
                    + (mention.sentence() == trigger.sentence() ? Math.abs(mention.begin() - trigger.token()) : 0);
            if (apart < least) {
                least = apart;
                nearest = trigger;
            }
        }
        return nearest;
    }

    private static int clipped(int sentences) {
        return Math.max(-3, Math.min(3, sentences));
    }

    private static int bits(int distance) {
        return 32 - Integer.numberOfLeadingZeros(Math.abs(distance));
    }
}
