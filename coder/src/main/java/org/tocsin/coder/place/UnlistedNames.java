package org.tocsin.coder.place;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tocsin.coder.text.DataFile;
import org.tocsin.coder.text.Dateline;
import org.tocsin.coder.text.Document;
import org.tocsin.coder.text.Sentence;
import org.tocsin.coder.text.Token;

/**
 * Settlements that the gazetteer lacks or spells in another way, told by the words beside them: "the village of Qarn Zubayda",
 * "Tall Abda village", "at Inates, in Niger's Tillabéri region". Each is sought under looser spellings in the countries that
 * the article names; else it stands without a position in the division or country where the text puts it.
 */
final class UnlistedNames {
    private static final int LONGEST = 4;
    /** An article that names more is a list of places; the work must not grow with their number times its length. */
    private static final int MOST = 100;

    /** Words with a capital beside "in" or "town" that name no settlement. */
    private static final Set<String> NO_NAMES = DataFile.rows(UnlistedNames.class, "no-names.tsv", 2).stream()
            .flatMap(row -> row.list(1).stream())
            .collect(Collectors.toUnmodifiableSet());

    private final Gazetteer gazetteer;
    private final Nations nations;
    private final Containment containment;
    private final Landmarks landmarks;
    private final Document document;
    private final List<Found> found = new ArrayList<>();

    /**
     * @param settlement a word beside it says that it is a settlement
     * @param bare nothing but a word that places it does, and it is no word of news
     * @param near the town near which the text says it is; null when it says none
     */
    private record Found(
            int sentence,
            int begin,
            int end,
            String text,
            boolean settlement,
            boolean bare,
            @Nullable Toponym within,
            @Nullable Toponym near) {
        String name() {
            return Folding.fold(text);
        }
    }

    UnlistedNames(
            Document document, Gazetteer gazetteer, Nations nations, Containment containment, Landmarks landmarks) {
        this.document = document;
        this.landmarks = landmarks;
        this.gazetteer = gazetteer;
        this.nations = nations;
        this.containment = containment;
    }

    /**
     * Notes the name that begins at that token, unless one known there is as long; the index after it, {@code begin} when
     * there is none.
     *
     * @param known index after the longest name known to begin there; {@code begin} when none does
     */
    int read(Sentence sentence, int begin, int known, boolean capitals) {
        if (found.size() == MOST) {
            return begin;
        }
        List<Token> tokens = sentence.tokens();
        int end = capitals ? endInCapitals(tokens, begin) : end(tokens, begin);
        if (end <= known || end == begin) {
            return begin;
        }
        boolean settlement = isSettlement(tokens, begin, end);
        boolean dateline = begin == 0 && Dateline.opens(document, sentence, end);
        boolean placed = isPlaced(tokens, begin) || AreaWords.isAttackedPlace(sentence, begin) || dateline;
        if (!settlement && (!placed || capitals)) {
            return begin;
        }
        Toponym within = containment.of(tokens, begin, end);
        Toponym near = within == null ? landmarks.of(tokens, end) : null;
        if (!settlement && known > begin && within == null && near == null) {
            return begin;
        }
        String text = Token.textOf(tokens.subList(begin, end));
        boolean bare = !settlement
                && known == begin
                && begin > 0
                && isPlaced(tokens, begin)
                && BareNames.isPlace(tokens, begin, end);
        found.add(new Found(sentence.index(), begin, end, PlaceForm.capitalized(text), settlement, bare, within, near));
        return end;
    }

    /** "at X", "at Iraq's X". */
    private static boolean isPlaced(List<Token> tokens, int begin) {
        boolean owned = begin > 1 && tokens.get(begin - 1).lower().endsWith("'s");
        int before = owned ? begin - 2 : begin - 1;
        return before >= 0
                && AreaWords.WORDS.is("before settlement", tokens.get(before).lower());
    }

    /** "village of X", "X village". */
    private static boolean isSettlement(List<Token> tokens, int begin, int end) {
        boolean before = begin > 1
                && tokens.get(begin - 1).lower().equals("of")
                && AreaWords.isSettlement(tokens.get(begin - 2));
        int behind = AreaWords.behindNoun(tokens, end);
        boolean noun = behind > end && !AreaWords.isArea(tokens.get(end));
        return before || (noun && !tokens.get(end).isCapitalized());
    }

    /** The index behind the words in capitals and the particles between them. */
    int end(List<Token> tokens, int begin) {
        int end = begin;
        for (int i = begin; i < Math.min(tokens.size(), begin + LONGEST); i++) {
            Token token = tokens.get(i);
            boolean name = isNamePart(token) && nations.at(tokens, i, false).isEmpty();
            if (!name && !AreaWords.WORDS.is("particle", token.lower())) {
                break;
            }
            end = name ? i + 1 : end;
        }
        return end;
    }

    private boolean isNamePart(Token token) {
        boolean capital = token.isWord() && !token.isNumber() && (token.isCapitalized() || hasArticle(token));
        return capital && !isCompound(token) && !NO_NAMES.contains(token.lower());
    }

    /** "Kurd-held", "Arab-majority". */
    private static boolean isCompound(Token token) {
        int hyphen = token.text().lastIndexOf('-');
        return hyphen > 2
                && hyphen + 2 < token.text().length()
                && Character.isLowerCase(token.text().charAt(hyphen + 1));
    }

    /** "al-Tamura": an Arabic article and a capital behind its hyphen. */
    static boolean hasArticle(Token token) {
        int hyphen = token.text().indexOf('-');
        return hyphen > 0
                && hyphen <= 3
                && hyphen + 1 < token.text().length()
                && Character.isUpperCase(token.text().charAt(hyphen + 1));
    }

    /** Where capitals tell nothing a name ends at the next mark of punctuation, if that is near. */
    private static int endInCapitals(List<Token> tokens, int begin) {
        for (int i = begin; i < Math.min(tokens.size(), begin + LONGEST); i++) {
            if (!tokens.get(i).isWord()) {
                return i;
            }
        }
        return begin;
    }

    /** The mentions of all names noted, in their senses, also where nothing beside them tells. */
    List<Mention> mentions(List<Mention> others) {
        if (found.isEmpty()) {
            return List.of();
        }
        NamedAreas areas = new NamedAreas(gazetteer, others);
        Map<String, Toponym> settled = settled(areas, others);
        List<Mention> mentions = new ArrayList<>();
        Map<String, Mention> named = new HashMap<>();
        for (Found f : found) {
            Toponym unlisted = settled.get(f.name());
            List<PlaceName.Sense> senses = gazetteer.loosely(f.name(), areas.countries());
            if (senses.isEmpty() && unlisted != null) {
                senses = List.of(new PlaceName.Sense(unlisted, false));
            }
            if (!senses.isEmpty()) {
                Mention mention =
                        new Mention(f.sentence(), f.begin(), f.end(), f.name(), senses, false, false, f.within());
                mentions.add(mention);
                named.putIfAbsent(f.name(), mention);
            }
        }
        mentions.addAll(new NamedAgain(document, named.values()).without(others, mentions));
        return mentions;
    }

    /** Where each name lies by what the text says of it, the surest first: its own area, the town that it is near, any area. */
    private Map<String, Toponym> settled(NamedAreas areas, List<Mention> others) {
        Map<String, Toponym> settled = new HashMap<>();
        found.stream()
                .filter(Found::settlement)
                .sorted(Comparator.comparing(f -> f.within() == null))
                .forEach(f -> areas.holding(f.sentence(), f.within())
                        .ifPresent(area -> settled.putIfAbsent(f.name(), Gazetteer.unlisted(f.text(), area))));
        found.stream()
                .filter(f -> !f.settlement() && f.within() != null)
                .forEach(f -> settled.putIfAbsent(f.name(), Gazetteer.unlisted(f.text(), f.within())));
        found.stream()
                .filter(f -> f.near() != null)
                .forEach(f -> settled.putIfAbsent(f.name(), Gazetteer.unlisted(f.text(), f.near())));
        Set<Integer> townless = withoutTown(document, others);
        found.stream().filter(f -> f.bare() && townless.contains(f.sentence())).forEach(f -> areas.holding(
                        f.sentence(), f.within())
                .ifPresent(area -> settled.putIfAbsent(f.name(), Gazetteer.unlisted(f.text(), area))));
        return settled;
    }

    /** The sentences that name no listed town, but as what a road leads to or from where to look: there no bare name is needed. */
    private static Set<Integer> withoutTown(Document document, List<Mention> others) {
        Set<Integer> without =
                document.sentences().stream().map(Sentence::index).collect(Collectors.toSet());
        others.stream()
                .filter(Mention::mayBeTown)
                .filter(mention -> {
                    List<Token> tokens =
                            document.sentences().get(mention.sentence()).tokens();
                    return !AreaWords.isLandmark(tokens, mention.begin())
                            && !AreaWords.called(tokens, mention.begin(), mention.end())
                                    .equals("road");
                })
                .forEach(mention -> without.remove(mention.sentence()));
        return without;
    }
}
