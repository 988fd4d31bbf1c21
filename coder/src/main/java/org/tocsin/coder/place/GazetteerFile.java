package org.tocsin.coder.place;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * The places of {@code gazetteer.tsv.gz}, whose header says what its lines are; numbered in their order, divisions included. The
 * file stays in memory as it is (9 MB): an article names a few of its places, and a place is made when first asked for.
 * Thread-safe.
 */
final class GazetteerFile {
    private static final String NAME = "gazetteer.tsv.gz";
    private static final float THOUSANDTHS = 1000f;

    private final byte[] bytes;
    private final List<ZoneId> zones = new ArrayList<>();
    /** By how the lines of places count first-level divisions. */
    private final List<Toponym> regions = new ArrayList<>();

    private int[] begins = new int[1 << 18];
    private int size;
    private final AtomicReferenceArray<@Nullable Toponym> made;

    private GazetteerFile(byte[] bytes) {
        this.bytes = bytes;
        for (int begin = 0; begin < bytes.length; begin = end(begin, '\n') + 1) {
            switch (bytes[begin]) {
                case 'Z' -> zones.add(ZoneId.of(new Line(begin).text()));
                case 'R' -> {
                    add(begin);
                    regions.add(region(new Line(begin)));
                }
                case 'D', 'P' -> add(begin);
                default -> {
                    // a comment
                }
            }
        }
        this.made = new AtomicReferenceArray<>(size);
    }

    /** Reads the shipped file. */
    static GazetteerFile read() {
        try (InputStream file = GazetteerFile.class.getResourceAsStream(NAME)) {
            if (file == null) {
                throw new IllegalStateException(
                        "the data file " + NAME + " is missing; make it by bench/gazetteer/build.sh");
            }
            return new GazetteerFile(new GZIPInputStream(file, 1 << 16).readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the data file " + NAME, e);
        }
    }

    /**
     * What tables of names are made from.
     *
     * @param folded the name, folded
     * @param spellings other spellings than the name, folded; not of divisions
     */
    record Named(String folded, List<String> spellings, Toponym.Kind kind, String country) {}

    /** How many places there are. */
    int size() {
        return size;
    }

    /** How the place of that number is called. */
    Named named(int number) {
        Line line = new Line(begins[number]);
        return switch (line.type()) {
            case 'R' -> {
                String country = line.text();
                yield new Named(line.folded(), List.of(), Toponym.Kind.REGION, country);
            }
            case 'D' -> {
                Toponym region = regions.get(line.number());
                yield new Named(line.folded(), List.of(), Toponym.Kind.DISTRICT, region.country());
            }
            default -> {
                String folded = line.folded();
                String spellings = line.text();
                Toponym region = regions.get(line.number());
                yield new Named(
                        folded,
                        spellings.isEmpty() ? List.of() : Arrays.asList(spellings.split(";", 0)),
                        line.kind(),
                        region.country());
            }
        };
    }

    /** The place of that number. */
    Toponym toponym(int number) {
        Toponym known = made.get(number);
        if (known != null) {
            return known;
        }
        Toponym read = read(new Line(begins[number]));
        Toponym first = made.compareAndExchange(number, null, read);
        return first == null ? read : first;
    }

    private Toponym read(Line line) {
        return switch (line.type()) {
            case 'R' -> region(line);
            case 'D' -> {
                Toponym region = regions.get(line.number());
                yield toponym(line, line.name(), Toponym.Kind.DISTRICT, region.country(), region);
            }
            default -> {
                String name = line.name();
                line.text();
                Toponym region = regions.get(line.number());
                Toponym within = region.name().isEmpty() ? null : region;
                yield toponym(line, name, line.kind(), region.country(), within);
            }
        };
    }

    private Toponym region(Line line) {
        String country = line.text();
        return toponym(line, line.name(), Toponym.Kind.REGION, country, null);
    }

    private Toponym toponym(Line line, String name, Toponym.Kind kind, String country, @Nullable Toponym region) {
        float latitude = line.number() / THOUSANDTHS;
        float longitude = line.number() / THOUSANDTHS;
        ZoneId zone = zones.get(line.number());
        return new Toponym(
                name, kind, country, region, latitude, longitude, zone, line.number(), line.isEverydayWord());
    }

    private void add(int begin) {
        if (size == begins.length) {
            begins = Arrays.copyOf(begins, 2 * size);
        }
        begins[size++] = begin;
    }

    private int end(int begin, char at) {
        int end = begin;
        while (end < bytes.length && bytes[end] != at) {
            end++;
        }
        return end;
    }

    /** The cells of a line one after another, from the second on. */
    private final class Line {
        private final int begin;
        private int at;

        Line(int begin) {
            this.begin = begin;
            this.at = begin + 2;
        }

        char type() {
            return (char) bytes[begin];
        }

        String text() {
            int from = at;
            int end = from;
            while (end < bytes.length && bytes[end] != '\t' && bytes[end] != '\n') {
                end++;
            }
            at = end + 1;
            return new String(bytes, from, end - from, StandardCharsets.UTF_8);
        }

        /** The two cells of a name. */
        String name() {
            String name = text();
            text();
            return name;
        }

        String folded() {
            String name = text();
            String folded = text();
            return folded.isEmpty() ? name.toLowerCase(Locale.ROOT) : folded;
        }

        int number() {
            long value = 0;
            boolean negative = false;
            while (at < bytes.length && bytes[at] != '\t' && bytes[at] != '\n') {
                byte c = bytes[at++];
                negative |= c == '-';
                value = c == '-' ? value : 10 * value + (c - '0');
            }
            at++;
            return (int) Math.min(Integer.MAX_VALUE, negative ? -value : value);
        }

        /** Of a populated place, by the flags at the line's end. */
        Toponym.Kind kind() {
            int flags = end(at, '\n');
            while (bytes[flags - 1] != '\t') {
                flags--;
            }
            return switch (bytes[flags]) {
                case 'C' -> Toponym.Kind.CAPITAL;
                case 'A' -> Toponym.Kind.SEAT;
                case 'X' -> Toponym.Kind.SECTION;
                default -> Toponym.Kind.TOWN;
            };
        }

        boolean isEverydayWord() {
            return bytes[begin] == 'P' && bytes[end(at, '\n') - 1] == 'w';
        }
    }
}
