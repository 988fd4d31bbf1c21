package org.tocsin.bench;

import java.util.Collection;
import java.util.List;

/** How well articles with an attack are told from those without. */
record Detection(int attacks, int none, int found, int falselyFound) {
    /** An article's probability of an attack, and the truth. */
    record Scored(double value, boolean attack) {}

    private static final int BINS = 10;

    static Detection at(double threshold, List<Scored> articles) {
        int attacks = 0;
        int found = 0;
        int falselyFound = 0;
        for (Scored article : articles) {
            boolean flagged = article.value() >= threshold;
            attacks += article.attack() ? 1 : 0;
            found += article.attack() && flagged ? 1 : 0;
            falselyFound += !article.attack() && flagged ? 1 : 0;
        }
        return new Detection(attacks, articles.size() - attacks, found, falselyFound);
    }

    double recall() {
        return found / (double) attacks;
    }

    double falseAlarms() {
        return falselyFound / (double) none;
    }

    double f1() {
        return 2.0 * found / (found + falselyFound + attacks);
    }

    /** Expected calibration error over ten bins of equal width, every kind of news weighing the same. */
    static double calibrationError(Collection<List<Scored>> kinds) {
        double error = 0;
        for (int bin = 0; bin < BINS; bin++) {
            double difference = 0;
            for (List<Scored> kind : kinds) {
                for (Scored article : kind) {
                    if (Math.min(BINS - 1, (int) (article.value() * BINS)) == bin) {
                        difference += (article.value() - (article.attack() ? 1 : 0)) / kind.size();
                    }
                }
            }
            error += Math.abs(difference) / kinds.size();
        }
        return error;
    }
}
