package org.tocsin.coder.place;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** Reads {@code gazetteer.tsv.gz}; its header says what the lines are. */
final class GazetteerReader {
    private static final float THOUSANDTHS = 1000f;

    private final List<ZoneId> zones = new ArrayList<>();
    private final List<Toponym> regions = new ArrayList<>();
    private final Entries entries;

    private GazetteerReader(Entries entries) {
        this.entries = entries;
    }

    /** Takes what is read. */
    interface Entries {
        /** Takes a place and its other spellings, folded, parted by semicolons; there may be none. */
        void add(Toponym toponym, String spellings);
    }

    static void read(Entries entries) {
        String name = "gazetteer.tsv.gz";
        try (InputStream file = GazetteerReader.class.getResourceAsStream(name)) {
            if (file == null) {
                throw new IllegalStateException(
                        "the data file " + name + " is missing; make it by bench/gazetteer/build.sh");
            }
            GazetteerReader reader = new GazetteerReader(entries);
            BufferedReader lines = new BufferedReader(
                    new InputStreamReader(new GZIPInputStream(file, 1 << 16), StandardCharsets.UTF_8), 1 << 16);
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                reader.line(line);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the data file " + name, e);
        }
    }

    private void line(String line) {
        switch (line.charAt(0)) {
            case 'Z' -> zones.add(ZoneId.of(line.substring(2)));
            case 'R' -> region(new Cells(line));
            case 'D' -> district(new Cells(line));
            case 'P' -> place(new Cells(line));
            default -> {
                // a comment
            }
        }
    }

    private void region(Cells cells) {
        String country = cells.text();
        String name = cells.text();
        Toponym region = toponym(name, Toponym.Kind.REGION, country, null, cells, false);
        regions.add(region);
        if (!name.isEmpty()) {
            entries.add(region, "");
        }
    }

    private void district(Cells cells) {
        Toponym region = regions.get(cells.number());
        entries.add(toponym(cells.text(), Toponym.Kind.DISTRICT, region.country(), region, cells, false), "");
    }

    private void place(Cells cells) {
        String name = cells.text();
        String spellings = cells.text();
        Toponym region = regions.get(cells.number());
        int flags = cells.line.lastIndexOf('\t');
        boolean everyday = cells.line.endsWith("w");
        Toponym.Kind kind =
                switch (flags + 1 < cells.line.length() ? cells.line.charAt(flags + 1) : ' ') {
                    case 'C' -> Toponym.Kind.CAPITAL;
                    case 'A' -> Toponym.Kind.SEAT;
                    case 'X' -> Toponym.Kind.SECTION;
                    default -> Toponym.Kind.TOWN;
                };
        Toponym within = region.name().isEmpty() ? null : region;
        entries.add(toponym(name, kind, region.country(), within, cells, everyday), spellings);
    }

    private Toponym toponym(
            String name, Toponym.Kind kind, String country, @Nullable Toponym region, Cells cells, boolean everyday) {
        float latitude = cells.number() / THOUSANDTHS;
        float longitude = cells.number() / THOUSANDTHS;
        ZoneId zone = zones.get(cells.number());
        return new Toponym(name, kind, country, region, latitude, longitude, zone, cells.number(), everyday);
    }

    /** The cells of a line one after another, from the second on. */
    private static final class Cells {
        private final String line;
        private int at = 2;

        Cells(String line) {
            this.line = line;
        }

        String text() {
            int begin = at;
            int tab = line.indexOf('\t', at);
            int end = tab < 0 ? line.length() : tab;
            at = end + 1;
            return line.substring(begin, end);
        }

        int number() {
            long value = 0;
            boolean negative = false;
            while (at < line.length() && line.charAt(at) != '\t') {
                char c = line.charAt(at++);
                negative |= c == '-';
                value = c == '-' ? value : 10 * value + (c - '0');
            }
            at++;
            return (int) Math.min(Integer.MAX_VALUE, negative ? -value : value);
        }
    }
}
