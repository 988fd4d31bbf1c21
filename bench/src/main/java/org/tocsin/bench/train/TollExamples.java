package org.tocsin.bench.train;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.tocsin.bench.DataSet;
import org.tocsin.bench.InventedReport;
import org.tocsin.coder.Article;
import org.tocsin.coder.casualty.CasualtyReader;
import org.tocsin.coder.choice.Candidate;
import org.tocsin.coder.choice.ChoiceModel;
import org.tocsin.coder.incident.Attack;
import org.tocsin.coder.incident.AttackFinder;
import org.tocsin.coder.incident.AttackSentences;
import org.tocsin.coder.text.Document;
import org.tocsin.coder.text.TextReader;

/** Articles with one incident whose toll is known, as choices between the numbers that the coder sees in them. */
record TollExamples(AttackFinder attacks, CasualtyReader casualties) {

    /** @param killed null when not known, and so {@code injured} */
    record Case(
            Article article,
            @Nullable Integer killed,
            @Nullable Integer injured,
            Attack attack,
            CasualtyReader.Article text) {

        /** How many were killed, as far as known, when the injured are counted; else 0. */
        int dead(boolean killedOnes) {
            return killedOnes || killed == null ? 0 : killed;
        }

        /** Whether anybody was harmed. */
        List<Candidate<Boolean>> any(boolean killedOnes, int dead) {
            return text.any(attack, harm(killedOnes), dead);
        }

        /** The numbers to choose from. */
        List<Candidate<Integer>> numbers(boolean killedOnes, int dead) {
            return text.numbers(attack, harm(killedOnes), dead);
        }

        /** What the model answers. */
        int chosen(ChoiceModel model, boolean killedOnes, int dead) {
            boolean harmed = model.choose(any(killedOnes, dead))
                    .map(ChoiceModel.Choice::value)
                    .orElse(false);
            return harmed
                    ? model.choose(numbers(killedOnes, dead))
                            .map(ChoiceModel.Choice::value)
                            .orElse(0)
                    : 0;
        }

        @Nullable
        Integer gold(boolean killedOnes) {
            return killedOnes ? killed : injured;
        }

        boolean isReachable(boolean killedOnes) {
            Integer gold = gold(killedOnes);
            return gold != null
                    && (gold == 0
                            || numbers(killedOnes, dead(killedOnes)).stream()
                                    .anyMatch(c -> c.value().equals(gold)));
        }

        private static String harm(boolean killedOnes) {
            return killedOnes ? CasualtyReader.KILL : CasualtyReader.INJURE;
        }
    }

    List<Case> read(DataSet set) {
        return IntStream.range(0, set.articles().size())
                .parallel()
                .mapToObj(i -> read(set.articles().get(i), set.gold().get(i)))
                .flatMap(Optional::stream)
                .toList();
    }

    /** The invented reports that ship with this module. */
    List<Case> invented() {
        return InventedReport.all().stream()
                .map(report -> of(report.article(), report.killed(), report.injured()))
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<Case> read(Article article, JsonNode gold) {
        JsonNode incidents = gold.path("incidents");
        Integer killed = number(incidents.path(0).path("killed"));
        Integer injured = number(incidents.path(0).path("injured"));
        return incidents.size() == 1 ? of(article, killed, injured) : Optional.empty();
    }

    private Optional<Case> of(Article article, @Nullable Integer killed, @Nullable Integer injured) {
        Document document = TextReader.read(article.title(), article.body());
        if ((killed == null && injured == null) || document.sentences().isEmpty()) {
            return Optional.empty();
        }
        List<Attack> found = attacks.find(document);
        Attack attack = found.isEmpty() ? DateExamples.whole(document) : found.get(0);
        return Optional.of(new Case(
                article, killed, injured, attack, casualties.read(document, new AttackSentences(document, found))));
    }

    /** A number, or the least number of a range. */
    private static @Nullable Integer number(JsonNode value) {
        JsonNode number = value.isObject() ? value.path("min") : value;
        return number.isInt() ? number.intValue() : null;
    }
}
