package org.tocsin.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.tocsin.coder.text.Document;
import org.tocsin.coder.text.TextReader;

/**
 * An invented report of one or several attacks ({@code train/attacks.txt}): a sentence a line, before it which of them it tells of.
 *
 * @param bySentence which of its attacks each sentence of the document tells of
 */
record GroupedReport(Document document, List<Set<Integer>> bySentence) {
    /** The name of these reports as a kind of news. */
    static final String SET = "reports";

    private record Line(Set<Integer> attacks, String text) {}

    Set<Integer> attacks(int sentence) {
        return bySentence.get(sentence);
    }

    /** How many attacks it reports. */
    int count() {
        Set<Integer> all = new HashSet<>();
        bySentence.forEach(all::addAll);
        return all.size();
    }

    /** All of them, in the order of the file. */
    static List<GroupedReport> all() {
        List<GroupedReport> reports = new ArrayList<>();
        List<Line> lines = new ArrayList<>();
        try (BufferedReader in = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(GroupedReport.class.getResourceAsStream("train/attacks.txt")),
                StandardCharsets.UTF_8))) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (line.isBlank()) {
                    add(lines, reports);
                } else if (!line.startsWith("#")) {
                    lines.add(line(line));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read train/attacks.txt", e);
        }
        add(lines, reports);
        return reports;
    }

    private static Line line(String line) {
        int tab = line.indexOf('\t');
        Set<Integer> attacks = new HashSet<>();
        for (String number : line.substring(0, tab).split(",", -1)) {
            attacks.add(Integer.parseInt(number));
        }
        attacks.remove(0);
        return new Line(attacks, line.substring(tab + 1).strip());
    }

    private static void add(List<Line> lines, List<GroupedReport> to) {
        if (lines.isEmpty()) {
            return;
        }
        boolean headline = !lines.get(0).text().endsWith(".");
        List<String> body = lines.subList(headline ? 1 : 0, lines.size()).stream()
                .map(Line::text)
                .toList();
        Document document = TextReader.read(headline ? lines.get(0).text() : null, String.join(" ", body));
        List<Set<Integer>> bySentence = document.sentences().stream()
                .map(sentence -> attacks(document.textOf(sentence), lines))
                .toList();
        to.add(new GroupedReport(document, bySentence));
        lines.clear();
    }

    /** Of the lines that the sentence is part of or holds: the text is split into sentences by the coder and not by lines. */
    private static Set<Integer> attacks(String sentence, List<Line> lines) {
        Set<Integer> attacks = new HashSet<>();
        for (Line line : lines) {
            if (line.text().contains(sentence) || sentence.contains(line.text())) {
                attacks.addAll(line.attacks());
            }
        }
        return attacks;
    }
}
