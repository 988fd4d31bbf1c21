package org.tocsin.processor.watchlist;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * Reads the fields of a YAML mapping and notes every mistake with its line and column, so that one run shows them all.
 * What cannot be read counts as absent.
 */
final class YamlReader {
    private final Map<String, Node> fields = new LinkedHashMap<>();
    private final Node node;
    private final List<Problem> problems;

    private YamlReader(Node node, List<Problem> problems) {
        this.node = node;
        this.problems = problems;
    }

    /** Reads a mapping that may have these fields and no others. */
    static YamlReader of(Node node, List<Problem> problems, String what, String... known) {
        YamlReader reader = new YamlReader(node, problems);
        if (!(node instanceof MappingNode mapping)) {
            reader.problem(node, what + " must be a mapping with the fields " + String.join(", ", known));
            return reader;
        }
        for (NodeTuple tuple : mapping.getValue()) {
            String name = tuple.getKeyNode() instanceof ScalarNode key ? key.getValue() : "?";
            if (!Arrays.asList(known).contains(name)) {
                reader.problem(
                        tuple.getKeyNode(),
                        "unknown field \"" + name + "\" of " + what + "; known are " + String.join(", ", known));
            } else if (reader.fields.put(name, tuple.getValueNode()) != null) {
                reader.problem(tuple.getKeyNode(), "field \"" + name + "\" of " + what + " stands twice");
            }
        }
        return reader;
    }

    Optional<Node> node(String field) {
        return Optional.ofNullable(fields.get(field));
    }

    /** The text of a field. */
    Optional<String> text(String field) {
        return node(field).flatMap(value -> scalar(value, field));
    }

    /** The text of a field that must be there. */
    String required(String field) {
        Optional<String> text = text(field);
        if (!fields.containsKey(field)) {
            problem(node, "field \"" + field + "\" is missing");
        }
        return text.orElse("");
    }

    /** A list of texts, empty when the field is absent. */
    List<String> texts(String field) {
        List<String> texts = new ArrayList<>();
        nodes(field).forEach(item -> scalar(item, field).ifPresent(texts::add));
        return texts;
    }

    /** The items of a list, none when the field is absent. */
    List<Node> nodes(String field) {
        Node value = fields.get(field);
        if (value == null) {
            return List.of();
        }
        if (!(value instanceof SequenceNode sequence)) {
            problem(value, "field \"" + field + "\" must be a list, such as [a, b]");
            return List.of();
        }
        return sequence.getValue();
    }

    /** A whole number from {@code least} on. */
    int number(String field, int least, int otherwise) {
        return parsed(
                field,
                otherwise,
                text -> {
                    int number = Integer.parseInt(text);
                    if (number < least) {
                        throw new NumberFormatException();
                    }
                    return number;
                },
                "a whole number from " + least + " on");
    }

    /** A number from {@code least}, as it is written, to 1. */
    double share(String field, String least, double otherwise) {
        return parsed(
                field,
                otherwise,
                text -> {
                    double number = Double.parseDouble(text);
                    if (!(number >= Double.parseDouble(least) && number <= 1)) {
                        throw new NumberFormatException();
                    }
                    return number;
                },
                "a number from " + least + " to 1");
    }

    /** One of an enum's names. */
    <E extends Enum<E>> E choice(String field, Class<E> type, E otherwise) {
        return parsed(field, otherwise, text -> Enum.valueOf(type, text), "one of " + names(type));
    }

    /** A list of an enum's names. */
    <E extends Enum<E>> List<E> choices(String field, Class<E> type, List<E> otherwise) {
        if (!fields.containsKey(field)) {
            return otherwise;
        }
        List<E> chosen = new ArrayList<>();
        for (Node item : nodes(field)) {
            scalar(item, field)
                    .flatMap(text -> parse(item, field, text, name -> Enum.valueOf(type, name), names(type)))
                    .ifPresent(chosen::add);
        }
        return chosen;
    }

    void problem(Node at, String message) {
        problems.add(Problem.at(at.getStartMark(), message));
    }

    /** Notes a mistake at a field, or at the mapping when the field is absent. */
    void problem(String field, String message) {
        problem(fields.getOrDefault(field, node), message);
    }

    private <T> T parsed(String field, T otherwise, Function<String, T> parser, String accepted) {
        Node value = fields.get(field);
        return value == null
                ? otherwise
                : scalar(value, field)
                        .flatMap(text -> parse(value, field, text, parser, accepted))
                        .orElse(otherwise);
    }

    private <T> Optional<T> parse(Node at, String field, String text, Function<String, T> parser, String accepted) {
        try {
            return Optional.of(parser.apply(text));
        } catch (IllegalArgumentException e) {
            problem(at, "field \"" + field + "\" must be " + accepted + ", is " + text);
            return Optional.empty();
        }
    }

    private Optional<String> scalar(Node value, String field) {
        if (value instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
            return Optional.of(scalar.getValue().strip());
        }
        problem(value, "field \"" + field + "\" must be a text");
        return Optional.empty();
    }

    private static <E extends Enum<E>> String names(Class<E> type) {
        return String.join(
                ", ",
                Arrays.stream(type.getEnumConstants())
                        .map(Enum::name)
                        .filter(name -> !name.equals("UNKNOWN"))
                        .toList());
    }

    /** A mistake in the file; line and column from 1. */
    record Problem(int line, int column, String message) {
        static Problem at(Optional<Mark> mark, String message) {
            return new Problem(
                    mark.map(m -> m.getLine() + 1).orElse(1),
                    mark.map(m -> m.getColumn() + 1).orElse(1),
                    message);
        }

        /** At an index of the whole text. */
        static Problem at(String text, int index, String message) {
            int begin = text.lastIndexOf('\n', index - 1) + 1;
            int line = 1 + (int) text.substring(0, begin).lines().count();
            return new Problem(line, 1 + text.codePointCount(begin, index), message);
        }

        @Override
        public String toString() {
            return line + ":" + column + ": " + message;
        }
    }
}
