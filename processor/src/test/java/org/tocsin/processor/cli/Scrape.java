package org.tocsin.processor.cli;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A scrape in Prometheus' text format, as far as the tests ask. */
record Scrape(Map<String, Family> families, Map<String, Double> samples) {
    private static final Pattern TYPE = Pattern.compile("# TYPE (\\S+) (\\S+)");
    private static final Pattern SAMPLE = Pattern.compile("([a-zA-Z_:][\\w:]*)(?:\\{(.*)})? (\\S+)");
    private static final Pattern LABEL = Pattern.compile("(\\w+)=\"(?:[^\"\\\\]|\\\\.)*\"");

    /** A metric's type and the names of its labels; a histogram's {@code le} is no label of its own. */
    record Family(String type, Set<String> labels) {}

    static Scrape of(String text) {
        Map<String, Family> families = new TreeMap<>();
        Map<String, Double> samples = new TreeMap<>();
        for (String line : text.lines().toList()) {
            Matcher type = TYPE.matcher(line);
            Matcher sample = SAMPLE.matcher(line);
            if (type.matches()) {
                families.put(type.group(1), new Family(type.group(2), new TreeSet<>()));
            } else if (!line.startsWith("#") && sample.matches()) {
                String labels = sample.group(2) == null ? "" : sample.group(2);
                samples.put(sample.group(1) + "{" + labels + "}", Double.valueOf(number(sample.group(3))));
                Family family = families.get(family(families, sample.group(1)));
                Matcher label = LABEL.matcher(labels);
                while (label.find() && family != null) {
                    if (!label.group(1).equals("le")) {
                        family.labels.add(label.group(1));
                    }
                }
            }
        }
        return new Scrape(families, samples);
    }

    /** The sum of all series of a metric whose labels contain the text. */
    double sum(String metric, String labels) {
        return samples.entrySet().stream()
                .filter(sample -> sample.getKey().startsWith(metric + "{")
                        && sample.getKey().contains(labels))
                .mapToDouble(Map.Entry::getValue)
                .sum();
    }

    private static String family(Map<String, Family> families, String sample) {
        return families.containsKey(sample) ? sample : sample.replaceAll("_(bucket|count|sum)$", "");
    }

    private static String number(String text) {
        return text.replace("+Inf", "Infinity");
    }
}
