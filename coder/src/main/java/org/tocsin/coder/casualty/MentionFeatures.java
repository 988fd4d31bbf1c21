package org.tocsin.coder.casualty;

import java.util.List;
import org.tocsin.coder.choice.Features;
import org.tocsin.coder.incident.Attack;
import org.tocsin.coder.incident.Trigger;
import org.tocsin.coder.text.Sentence;
import org.tocsin.coder.text.Token;
import org.tocsin.coder.text.WordClasses;

/** What the model sees of one number in the text: what it counts, what is said of it, and where it stands. */
final class MentionFeatures {
    /** How far on either side a word of harm is looked for. */
    private static final int REACH = 14;

    private final WordClasses words;

    MentionFeatures(WordClasses words) {
        this.words = words;
    }

    void describe(HarmText text, Attack attack, CountMention mention, Features features) {
        Sentence sentence = text.sentence(mention);
        List<Token> tokens = sentence.tokens();
        features.add("form", mention.form());
        Statement said = Statement.of(words, tokens, mention);
        String saying = said == null ? "none" : said.harm() + " " + said.form();
        features.add("said", saying);
        features.add("said harm", said == null ? "none" : said.harm());
        features.add("said place", saying, position(sentence));
        features.add("said form", saying, mention.form());
        features.add("said in", saying, attack.tells(mention.sentence()) ? "attack" : "rest");
        features.add("bound", mention.bound().name());
        features.add("sentence", position(sentence));
        place(attack, mention, features);
        String head = word(tokens, mention.head());
        boolean headed = mention.head() > mention.last();
        features.add("head", headed ? head : "none");
        String harm = harm(tokens, mention, features);
        features.add("harm form", harm, mention.form());
        features.add("harm place", harm, position(sentence));
        features.add("harm head", harm, headed ? headClass(head) : "none");
        neighbours(tokens, mention, features);
        about(text.subjects(sentence).outside(mention.first(), mention.head()), features, harm);
    }

    /** The class of harm that is said of the number, from the nearest word of harm on either side. */
    String harm(List<Token> tokens, CountMention mention, Features features) {
        int end = Math.max(mention.last(), mention.head());
        int right = nearest(tokens, end + 1, 1);
        int left = nearest(tokens, mention.first() - 1, -1);
        String own = mention.head() > mention.last() ? harmClass(word(tokens, mention.head())) : "none";
        String rightClass = right < 0 ? "none" : harmClass(word(tokens, right));
        String leftClass = left < 0 ? "none" : harmClass(word(tokens, left));
        if (right >= 0) {
            String way = right - end <= 3 ? "near" : "far";
            features.add("right", rightClass, passive(tokens, end + 1, right) + way);
            features.add("right word", word(tokens, right));
        }
        if (left >= 0) {
            String way = mention.first() - left <= 3 ? "near" : "far";
            features.add("left", leftClass, way);
            features.add("left word", word(tokens, left), way);
        }
        features.add("own", own);
        String both = leftClass + " " + own + " " + rightClass;
        features.add("harm", both);
        return both;
    }

    private int nearest(List<Token> tokens, int from, int step) {
        for (int i = from; i >= 0 && i < tokens.size() && Math.abs(i - from) < REACH; i += step) {
            String lower = tokens.get(i).lower();
            if (!harmClass(lower).equals("none")) {
                return i;
            }
            if (lower.equals(";") || (step < 0 && lower.equals("but"))) {
                return -1;
            }
        }
        return -1;
    }

    private String harmClass(String lower) {
        String harm = HarmText.harm(words, lower);
        return harm == null ? "none" : harm;
    }

    private String headClass(String head) {
        return words.is("attacker", head) ? "attacker" : words.is("relative", head) ? "relative" : "person";
    }

    private String passive(List<Token> tokens, int from, int to) {
        for (int i = from; i < to; i++) {
            if (words.is("passive", tokens.get(i).lower())) {
                return "passive ";
            }
        }
        return "";
    }

    private static void neighbours(List<Token> tokens, CountMention mention, Features features) {
        int end = Math.max(mention.last(), mention.head());
        features.add("before", word(tokens, mention.first() - 1));
        features.add("before 2", word(tokens, mention.first() - 2), word(tokens, mention.first() - 1));
        features.add("after", word(tokens, end + 1));
        features.add("after 2", word(tokens, end + 1), word(tokens, end + 2));
        for (int i = Math.max(0, mention.first() - 6); i < Math.min(tokens.size(), end + 7); i++) {
            if (tokens.get(i).isWord() && (i < mention.first() || i > end)) {
                features.add(
                        i < mention.first() ? "left near" : "right near",
                        tokens.get(i).lower());
            }
        }
    }

    /** Words anywhere in the sentence that make it another toll than this attack's, or another kind of number. */
    private static void about(List<String> subjects, Features features, String harm) {
        for (String subject : subjects) {
            features.add("about", subject);
            features.add("about harm", subject, harm);
        }
    }

    private static void place(Attack attack, CountMention mention, Features features) {
        int sentences = Integer.MAX_VALUE;
        Trigger surest = attack.main();
        boolean main = false;
        for (Trigger trigger : attack.triggers()) {
            int apart = mention.sentence() - trigger.sentence();
            if (Math.abs(apart) < Math.abs(sentences)) {
                sentences = apart;
            }
            main |= apart == 0 && trigger.equals(surest);
        }
        features.add("sentences", Math.max(-3, Math.min(3, sentences)));
        features.add(attack.tells(mention.sentence()) ? "in attack" : "outside attack");
        if (main) {
            features.add("with main");
        }
    }

    static String position(Sentence sentence) {
        int index = sentence.index();
        return sentence.isTitle()
                ? "title"
                : index < 3 ? Integer.toString(index) : index < 6 ? "early" : index < 12 ? "middle" : "late";
    }

    private static String word(List<Token> tokens, int i) {
        return i < 0 ? "^" : i >= tokens.size() ? "$" : tokens.get(i).lower();
    }
}
