package org.tocsin.processor.http;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.tocsin.processor.Settings;
import org.tocsin.processor.stack.SchemaSetup;
import org.tocsin.processor.stack.TopicSetup;
import org.tocsin.processor.tally.SubjectKeys;
import org.tocsin.schemas.AcledSubEventType;
import org.tocsin.schemas.Alert;
import org.tocsin.schemas.AlertKind;
import org.tocsin.schemas.AttackType;
import org.tocsin.schemas.AvroSerdes;
import org.tocsin.schemas.Cause;
import org.tocsin.schemas.CauseKind;
import org.tocsin.schemas.CountRange;
import org.tocsin.schemas.CountedIncident;
import org.tocsin.schemas.DailyTally;
import org.tocsin.schemas.DateRange;
import org.tocsin.schemas.Incident;
import org.tocsin.schemas.Origin;
import org.tocsin.schemas.Place;
import org.tocsin.schemas.PlacePrecision;
import org.tocsin.schemas.ReportRef;
import org.tocsin.schemas.Stage;
import org.tocsin.schemas.Subject;
import org.tocsin.schemas.SubjectKind;
import org.tocsin.schemas.Support;
import org.tocsin.schemas.TargetType;
import org.tocsin.schemas.Topic;
import org.tocsin.schemas.Topics;

/** Records on the public topics, as the pipeline would leave them there. */
public record Publications(Settings settings, KafkaProducer<String, byte[]> producer) implements AutoCloseable {
    private static final Instant REPORTED = Instant.parse("2024-03-12T17:00:00Z");
    private static final Origin ORIGIN = new Origin("tocsin.articles", 3, 42L, REPORTED);
    private static final Cause CAUSE = Cause.newBuilder()
            .setKind(CauseKind.REPORT)
            .setReportId("r-1")
            .setArticleId("article-1")
            .setOrigin(ORIGIN)
            .build();

    /** Topics and schemas are there. */
    public static Publications on(Settings settings) {
        AvroSerdes.trustOwnRecords();
        new TopicSetup(settings).run();
        new SchemaSetup(settings).run();
        return new Publications(
                settings, new KafkaProducer<>(settings.kafka(), new StringSerializer(), new ByteArraySerializer()));
    }

    /** An incident of that day. */
    public void incident(String id, int revision, LocalDate day, String country) {
        Incident incident = Incident.newBuilder()
                .setIncidentId(id)
                .setRevision(revision)
                .setArea(country)
                .setAttackType(AttackType.BOMBING_EXPLOSION)
                .setAcledSubEventType(AcledSubEventType.UNKNOWN)
                .setStage(Stage.ACCOMPLISHED)
                .setAttackDate(new DateRange(day, day))
                .setPlace(Place.newBuilder()
                        .setName("Mosul")
                        .setCountryCode(country)
                        .setPrecision(PlacePrecision.UNKNOWN)
                        .build())
                .setKilled(new CountRange(4, null))
                .setSupport(new Support())
                .setConfidence(0.75)
                .setReports(List.of(report()))
                .setReportCount(1)
                .setPublisherCount(1)
                .setFirstReportedAt(REPORTED)
                .setLastReportedAt(REPORTED)
                .setCause(CAUSE)
                .setWatchlistVersion(0)
                .build();
        send(Topics.INCIDENTS, id, incident);
    }

    /** A count of that day. */
    public void count(String country, LocalDate day, int certain) {
        DailyTally tally = DailyTally.newBuilder()
                .setSubject(subject(country))
                .setDate(day)
                .setZone("UTC")
                .setRevision(1)
                .setCertain(certain)
                .setPossible(certain + 1)
                .setUndated(0)
                .setIncidents(List.of(counted(day, country)))
                .setIncidentCount(1)
                .setKilled(new CountRange(4, null))
                .setInjured(new CountRange(null, null))
                .setClosed(false)
                .setCause(CAUSE)
                .build();
        send(Topics.DAILY_COUNTS, SubjectKeys.dayKey(tally.getSubject(), day), tally);
    }

    /** An alert of that day. */
    public void alert(String id, int revision, String country, LocalDate day) {
        Alert alert = Alert.newBuilder()
                .setAlertId(id)
                .setKind(AlertKind.RAISED)
                .setRevision(revision)
                .setLevel("high")
                .setSubject(subject(country))
                .setDate(day)
                .setZone("UTC")
                .setCount(3)
                .setThreshold(2)
                .setRuleId("any-target")
                .setRuleVersion(1)
                .setIncidents(List.of(counted(day, country)))
                .setCause(CAUSE)
                .setClosesAt(REPORTED)
                .build();
        send(Topics.ALERTS, id, alert);
    }

    void deleteIncident(String id) {
        send(Topics.INCIDENTS, id, null);
    }

    void deleteAlert(String id) {
        send(Topics.ALERTS, id, null);
    }

    private <T extends SpecificRecord> void send(Topic<T> topic, String key, @Nullable T value) {
        String name = topic.name(settings.topicPrefix());
        try (Serializer<T> serializer = topic.values(settings.serdes()).serializer()) {
            byte @Nullable [] bytes = Optional.ofNullable(value)
                    .map(v -> serializer.serialize(name, v))
                    .orElse(null);
            var unused = producer.send(new ProducerRecord<>(name, key, bytes));
        }
        producer.flush();
    }

    private static Subject subject(String country) {
        return Subject.newBuilder()
                .setKind(SubjectKind.COUNTRY)
                .setId(country)
                .setName(country)
                .setType(TargetType.UNKNOWN)
                .setCountryCode(country)
                .build();
    }

    private static CountedIncident counted(LocalDate day, String country) {
        return CountedIncident.newBuilder()
                .setIncidentId("incident-0")
                .setRevision(1)
                .setAttackDate(new DateRange(day, day))
                .setZone("UTC")
                .setFirstReportedAt(REPORTED)
                .setCertain(true)
                .setConfidence(0.75)
                .setPublishers(1)
                .setAttackType(AttackType.BOMBING_EXPLOSION)
                .setStage(Stage.ACCOMPLISHED)
                .setCountryCode(country)
                .setEvidence(List.of(report()))
                .build();
    }

    private static ReportRef report() {
        return ReportRef.newBuilder()
                .setReportId("r-1")
                .setArticleId("article-1")
                .setSource("Paper")
                .setPublishedAt(REPORTED)
                .setOrigin(ORIGIN)
                .setEvidence("Four were killed.")
                .build();
    }

    @Override
    public void close() {
        producer.close();
    }
}
