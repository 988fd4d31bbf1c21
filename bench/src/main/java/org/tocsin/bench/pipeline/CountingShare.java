package org.tocsin.bench.pipeline;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.tocsin.processor.Settings;
import org.tocsin.schemas.MergeInput;
import org.tocsin.schemas.Topics;

/**
 * Merge, tally and alert from reports that are coded already, against a topology that only passes them through: reports
 * per second of the program's own processor time. Both are run in turn, once each a pair; each has to give out exactly
 * what it must.
 */
record CountingShare(BenchCluster cluster, int warmUp, int measured, int pairs) {
    private static final String REPORTS = "reports-coded";

    void run() throws Exception {
        Settings shared = cluster.installation();
        String topic = shared.topicPrefix() + REPORTS;
        cluster.createTopic(shared, topic);
        try (KafkaProducer<String, MergeInput> producer = cluster.producer(
                shared, shared.serdes().values(MergeInput.class).serializer())) {
            for (int n = 0; n < warmUp + measured; n++) {
                MergeInput report = InventedReports.report(n);
                var unused = producer.send(new ProducerRecord<>(
                        topic, report.getReport().orElseThrow().getArea(), report));
            }
            producer.flush();
        }
        List<Double> counting = new ArrayList<>();
        List<Double> passing = new ArrayList<>();
        for (int pair = 1; pair <= pairs; pair++) {
            passing.add(rate("pass-through", topic, CountingApp.PASSED));
            counting.add(rate("counting", topic, Topics.INCIDENTS.name("")));
            System.out.printf(
                    Locale.ROOT,
                    "pair %d: %.0f reports per processor second counted, %.0f passed through: %.2f%n",
                    pair,
                    counting.get(pair - 1),
                    passing.get(pair - 1),
                    counting.get(pair - 1) / passing.get(pair - 1));
        }
        System.out.printf(
                Locale.ROOT,
                "medians: %.0f counted, %.0f passed through: %.2f of it%n",
                Medians.of(counting),
                Medians.of(passing),
                Medians.of(counting) / Medians.of(passing));
    }

    /** One run of one program over all reports. Each report makes one revision of an incident, and passes as one. */
    private double rate(String program, String reports, String output) throws Exception {
        Settings settings = cluster.installation();
        String topic = settings.topicPrefix() + output;
        if (program.equals("pass-through")) {
            cluster.createTopic(settings, topic);
        }
        try (AppProcess app = AppProcess.start(
                        cluster.log(settings.topicPrefix() + program),
                        ProcessBuilder.Redirect.DISCARD,
                        CountingApp.class,
                        program,
                        reports,
                        cluster.file(settings).toString());
                BenchCluster.Tail tail = cluster.tail(settings, topic)) {
            tail.await(warmUp, app);
            long from = tail.count();
            Duration before = app.cpu();
            tail.await((long) warmUp + measured, app);
            Duration used = app.cpu().minus(before);
            long done = tail.count() - from;
            tail.poll(record -> {});
            if (tail.count() != warmUp + measured) {
                throw new IllegalStateException(
                        program + " gave out " + tail.count() + " records of " + (warmUp + measured) + " reports");
            }
            return done / (used.toNanos() / 1e9);
        }
    }
}
