package org.tocsin.coder.place;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Tables shipped beside the classes: tab-separated UTF-8 lines under a header of {@code #} lines. */
public final class DataFile {
    private DataFile() {}

    /**
     * The rows of a table beside {@code owner}, each with exactly {@code columns} cells; empty cells are kept.
     *
     * @throws IllegalStateException naming file and line when a row has another number of cells
     */
    public static List<String[]> rows(Class<?> owner, String name, int columns) {
        try (InputStream in = owner.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the data file " + name + " is missing beside " + owner.getName());
            }
            BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            List<String> lines = reader.lines().toList();
            return java.util.stream.IntStream.range(0, lines.size())
                    .filter(i -> !lines.get(i).isBlank() && !lines.get(i).startsWith("#"))
                    .mapToObj(i -> cells(name, i + 1, lines.get(i), columns))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the data file " + name, e);
        }
    }

    /** The parts of a cell that holds a list, in order. */
    public static List<String> list(String cell) {
        return cell.isBlank() ? List.of() : List.of(cell.split(";", 0));
    }

    private static String[] cells(String name, int line, String text, int columns) {
        String[] cells = text.split("\t", -1);
        if (cells.length != columns) {
            throw new IllegalStateException(
                    name + ", line " + line + ": " + cells.length + " cells, expected " + columns);
        }
        return cells;
    }
}
