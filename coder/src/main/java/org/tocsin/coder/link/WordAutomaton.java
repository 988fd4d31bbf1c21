package org.tocsin.coder.link;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds many word sequences in one pass over a text (Aho and Corasick, 1975), words being its letters: time grows with the
 * text and the hits, not with the number of sequences. Immutable once built.
 */
final class WordAutomaton {
    private static final int ROOT = 0;

    private final List<Node> nodes = new ArrayList<>(List.of(new Node()));

    /** Knows these sequences; a hit names a sequence by its index here. Empty sequences are never found. */
    WordAutomaton(List<List<String>> sequences) {
        for (int i = 0; i < sequences.size(); i++) {
            int at = ROOT;
            for (String word : sequences.get(i)) {
                at = nodes.get(at).child(word, nodes);
            }
            if (at != ROOT) {
                nodes.get(at).ends.add(new Hit(i, 0, sequences.get(i).size()));
            }
        }
        linkFailures();
    }

    /** A sequence found: from word {@code begin} to before {@code end}. */
    record Hit(int sequence, int begin, int end) {
        int length() {
            return end - begin;
        }

        /** Lies inside a longer one. */
        boolean isInside(Hit other) {
            return other.begin <= begin && end <= other.end && length() < other.length();
        }
    }

    /** All occurrences, in order of their ends. */
    List<Hit> find(List<String> words) {
        List<Hit> hits = new ArrayList<>();
        int at = ROOT;
        for (int i = 0; i < words.size(); i++) {
            at = follow(at, words.get(i));
            for (int node = at; node != ROOT; node = nodes.get(node).shorterEnd) {
                for (Hit hit : nodes.get(node).ends) {
                    hits.add(new Hit(hit.sequence(), i + 1 - hit.length(), i + 1));
                }
            }
        }
        return hits;
    }

    private int follow(int from, String word) {
        int at = from;
        while (at != ROOT && !nodes.get(at).children.containsKey(word)) {
            at = nodes.get(at).failure;
        }
        return nodes.get(at).children.getOrDefault(word, ROOT);
    }

    /** Breadth first, so that shorter suffixes are linked before longer ones. */
    private void linkFailures() {
        Deque<Integer> open = new ArrayDeque<>(nodes.get(ROOT).children.values());
        while (!open.isEmpty()) {
            Node node = nodes.get(open.remove());
            for (Map.Entry<String, Integer> child : node.children.entrySet()) {
                int failure = follow(node.failure, child.getKey());
                Node next = nodes.get(child.getValue());
                next.failure = failure;
                next.shorterEnd = nodes.get(failure).ends.isEmpty() ? nodes.get(failure).shorterEnd : failure;
                open.add(child.getValue());
            }
        }
    }

    private static final class Node {
        private final Map<String, Integer> children = new HashMap<>();
        private final List<Hit> ends = new ArrayList<>();
        private int failure = ROOT;
        private int shorterEnd = ROOT;

        int child(String word, List<Node> nodes) {
            return children.computeIfAbsent(word, w -> {
                nodes.add(new Node());
                return nodes.size() - 1;
            });
        }
    }
}
