package org.tocsin.coder.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The coder's data files: UTF-8, tab between the columns, {@code #} before what is for people. */
public final class DataFile {
    private DataFile() {}

    /** One line, split at its tabs. */
    public record Row(String file, int line, List<String> columns) {
        /** For messages. */
        public String where() {
            return file + " line " + line;
        }

        /** The column's text, stripped; empty when the line is shorter. */
        public String text(int column) {
            return column < columns.size() ? columns.get(column).strip() : "";
        }

        /** The parts of a column that holds a list with semicolons, in order. */
        public List<String> list(int column) {
            return text(column).isEmpty() ? List.of() : List.of(text(column).split(";", 0));
        }

        /** The column as a number. */
        public double number(int column) {
            try {
                return Double.parseDouble(text(column));
            } catch (NumberFormatException e) {
                throw new IllegalStateException(where() + ": column " + (column + 1) + " must be a number", e);
            }
        }
    }

    /**
     * The same of a file all of whose lines have so many columns.
     *
     * @throws IllegalStateException naming file and line when one has another number
     */
    public static List<Row> rows(Class<?> beside, String name, int columns) {
        List<Row> rows = rows(beside, name);
        for (Row row : rows) {
            if (row.columns().size() != columns) {
                throw new IllegalStateException(
                        row.where() + ": " + row.columns().size() + " columns, expected " + columns);
            }
        }
        return rows;
    }

    /** All lines of the file beside that class but comments and empty ones. */
    public static List<Row> rows(Class<?> beside, String name) {
        InputStream file = beside.getResourceAsStream(name);
        if (file == null) {
            throw new IllegalStateException("no data file " + name + " beside " + beside.getName());
        }
        List<Row> rows = new ArrayList<>();
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            int number = 0;
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                number++;
                if (!line.isBlank() && !line.startsWith("#")) {
                    rows.add(new Row(name, number, columns(line)));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the data file " + name, e);
        }
        return rows;
    }

    private static List<String> columns(String line) {
        List<String> columns = new ArrayList<>();
        int begin = 0;
        for (int tab = line.indexOf('\t'); tab >= 0; tab = line.indexOf('\t', begin)) {
            columns.add(line.substring(begin, tab));
            begin = tab + 1;
        }
        columns.add(line.substring(begin));
        return List.copyOf(columns);
    }
}
