package org.tocsin.coder.casualty;

import static org.tocsin.coder.casualty.Tokens.lower;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.tocsin.coder.incident.Action;
import org.tocsin.coder.incident.Attack;
import org.tocsin.coder.incident.Trigger;
import org.tocsin.coder.text.Document;
import org.tocsin.coder.text.Token;
import org.tocsin.coder.text.WordClasses;

/**
 * Which people of a text are the attackers: gunmen and bombers in any attack but one from afar; rebels and militants, who are
 * attacked as well, where the text tells of such as those who did it.
 */
final class Attackers {
    /** From afar nobody dies of those who did it: "an air strike killed six gunmen". */
    private static final Set<Action> FROM_AFAR = EnumSet.of(Action.AIR_STRIKE, Action.SHELLING);

    /** Words for these do not tell who attacked: "21 rebels were killed in clashes". */
    private static final Set<Action> UNDIRECTED = EnumSet.of(Action.CLASH, Action.KILLING, Action.INJURY);

    /** Called so for what they did, as gunmen are. */
    private static final String ATTACKER = "attacker";

    /** Words between who did it and what they did: "gunmen in two cars opened fire". */
    private static final int DID_WITHIN = 6;

    /** Words of "the Islamic State gunman". */
    private static final int LONGEST = 5;

    private final WordClasses words;
    private final Document document;
    private final boolean afar;
    private final Set<String> doers;

    Attackers(WordClasses words, Document document, Attack attack) {
        this.words = words;
        this.document = document;
        this.afar = attack.triggers().stream()
                .anyMatch(trigger -> trigger.kind() == Trigger.Kind.EVENT && FROM_AFAR.contains(trigger.action()));
        this.doers = attack.triggers().stream()
                .filter(trigger -> trigger.kind() == Trigger.Kind.EVENT && !UNDIRECTED.contains(trigger.action()))
                .flatMap(trigger -> doers(trigger).stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** "Gunmen", "the rebel", and "rebels" where such did it. */
    boolean are(List<Token> tokens, int i) {
        String side = words.value("own side", lower(tokens, i));
        return side != null
                && !afar
                && (side.equals(ATTACKER)
                        || isByAttackers(tokens, i)
                        || isKnown(side, tokens, i)
                        || isOfDoers(tokens, i));
    }

    /** "The attackers", "the [suicide] bomber", "the Taliban fighter": whom the text takes to be known; not "the rebels". */
    private boolean isKnown(String side, List<Token> tokens, int i) {
        boolean mayBe = side.equals(ATTACKER) || !PersonNouns.isPlural(lower(tokens, i));
        return mayBe && isDefinite(tokens, i);
    }

    /**
     * Whether they are attackers though no other dead are told of: "the gunmen", "the rebel", and "gunmen" and "the rebels" where
     * gunmen did it; not "troops killed 50 gunmen", nor "gunmen killed six fighters", who may be those attacked.
     */
    boolean areSure(List<Token> tokens, int i) {
        String side = words.value("own side", lower(tokens, i));
        if (side == null || afar) {
            return false;
        }
        boolean told = side.equals(ATTACKER) || isDefinite(tokens, i) || isOfDoers(tokens, i);
        return isKnown(side, tokens, i) || (told && isByAttackers(tokens, i));
    }

    private boolean isByAttackers(List<Token> tokens, int i) {
        return doers.contains(ATTACKER) && !isOfName(tokens, i);
    }

    /** "The rebels", "the two rebels". */
    private boolean isDefinite(List<Token> tokens, int i) {
        int article = article(words, tokens, i);
        boolean counted = words.is("number", lower(tokens, article));
        return lower(tokens, counted ? article - 1 : article).equals("the");
    }

    /** "Rebels" where rebels did it; not "Kurdish rebels" where Ruritanian ones did. */
    private boolean isOfDoers(List<Token> tokens, int i) {
        String noun = one(lower(tokens, i));
        return doers.contains(isOfName(tokens, i) ? lower(tokens, i - 1) + " " + noun : noun);
    }

    /** "Kurdish rebels"; not "Two rebels" at the head of a sentence. */
    private static boolean isOfName(List<Token> tokens, int i) {
        return i > 1 && tokens.get(i - 1).isCapitalized();
    }

    private static String one(String noun) {
        return noun.endsWith("s") ? noun.substring(0, noun.length() - 1) : noun;
    }

    /** "Rebels [attacked]", "an [attack] by rebels"; not "12 rebels [attacked] by troops", "rebels were [attacked]". */
    private Set<String> doers(Trigger trigger) {
        List<Token> tokens = document.sentences().get(trigger.sentence()).tokens();
        Set<String> found = new HashSet<>();
        for (int i = trigger.token() - 1; i >= Math.max(0, trigger.token() - DID_WITHIN); i--) {
            if (!lower(tokens, trigger.token() + 1).equals("by")) {
                add(tokens, i, found);
            }
            if (Statement.BEING.contains(lower(tokens, i)) || HarmWords.isHarm(words, lower(tokens, i))) {
                break;
            }
        }
        boolean by = false;
        int end = Math.min(tokens.size(), trigger.token() + 1 + DID_WITHIN);
        for (int i = trigger.token() + 1; i < end; i++) {
            by |= lower(tokens, i).equals("by");
            if (by) {
                add(tokens, i, found);
            }
        }
        return found;
    }

    private void add(List<Token> tokens, int i, Set<String> into) {
        String side = words.value("own side", lower(tokens, i));
        boolean plane = lower(tokens, i).startsWith("bomber") && !words.is("self", lower(tokens, i - 1));
        if (side != null && !plane) {
            into.add(side.equals(ATTACKER) ? ATTACKER : one(lower(tokens, i)));
            into.add(lower(tokens, i - 1) + " " + one(lower(tokens, i)));
        }
    }

    /** Where "the suicide bomber", "a Taliban fighter", "the gunman" begins whose noun stands there; -1 where none does. */
    static int firstOfOne(WordClasses words, List<Token> tokens, int noun) {
        boolean one = words.is("own side", lower(tokens, noun)) && !PersonNouns.isPlural(lower(tokens, noun));
        int article = one ? article(words, tokens, noun) : -1;
        String lower = lower(tokens, article);
        return lower.equals("the") || lower.equals("a") || lower.equals("an") ? article : -1;
    }

    /** Where the noun stands of "the suicide bomber", "a Taliban fighter" that begins there; -1 where none does. */
    static int lastOfOne(WordClasses words, List<Token> tokens, int article) {
        for (int i = article + 1; i < Math.min(tokens.size(), article + LONGEST); i++) {
            if (words.is("own side", lower(tokens, i))) {
                return firstOfOne(words, tokens, i) == article ? i : -1;
            }
        }
        return -1;
    }

    private static int article(WordClasses words, List<Token> tokens, int noun) {
        int i = noun - 1;
        while (i > Math.max(0, noun - LONGEST)
                && (tokens.get(i).isCapitalized() || words.is("self", lower(tokens, i)))) {
            i--;
        }
        return i;
    }
}
