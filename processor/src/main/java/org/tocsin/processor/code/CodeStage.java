package org.tocsin.processor.code;

import static java.util.Objects.requireNonNull;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.tocsin.coder.EventCoder;
import org.tocsin.coder.Verdict;
import org.tocsin.processor.BeforeChange;
import org.tocsin.processor.DeadLetters;
import org.tocsin.processor.Expiry;
import org.tocsin.processor.Names;
import org.tocsin.processor.Requeued;
import org.tocsin.processor.Settings;
import org.tocsin.processor.merge.TargetCountries;
import org.tocsin.processor.metrics.StageMeters;
import org.tocsin.processor.watchlist.WatchlistPoll;
import org.tocsin.schemas.Article;
import org.tocsin.schemas.ArticleCoding;
import org.tocsin.schemas.AvroSerdes;
import org.tocsin.schemas.CodedReport;
import org.tocsin.schemas.IncidentReport;
import org.tocsin.schemas.MergeInput;
import org.tocsin.schemas.Origin;
import org.tocsin.schemas.ReadingMark;

/**
 * The shell of the code stage: codes each article, compares with what its last version reported, and sends reports and
 * retractions to the merge areas, articles that cannot be read to the dead letters, and the task's time mark.
 */
public final class CodeStage implements Processor<String, Article, String, SpecificRecord> {
    private static final Duration MARK_EVERY = Duration.ofSeconds(1);
    private static final Duration WATCHLIST_EVERY = Duration.ofSeconds(1);

    private final Settings settings;
    private final EventCoder coder;
    private final AreaClues clues;
    private final StageMeters meters;
    private ProcessorContext<String, SpecificRecord> context;
    private KeyValueStore<String, ArticleCoding> codings;
    private Reading reading;
    private WatchlistPoll watchlist;
    private TargetCountries targets;

    @SuppressWarnings("NullAway.Init") // Kafka Streams calls init before anything else.
    private CodeStage(Settings settings, EventCoder coder, AreaClues clues, StageMeters meters) {
        this.settings = settings;
        this.coder = coder;
        this.clues = clues;
        this.meters = meters;
    }

    /** A new stage for each task, with its stores. Coder and tables are shared: they are immutable. */
    public static ProcessorSupplier<String, Article, String, SpecificRecord> supplier(
            Settings settings, EventCoder coder, StageMeters meters) {
        AreaClues clues = AreaClues.load();
        return new ProcessorSupplier<>() {
            @Override
            public Processor<String, Article, String, SpecificRecord> get() {
                return new CodeStage(settings, coder, clues, meters);
            }

            @Override
            public Set<StoreBuilder<?>> stores() {
                AvroSerdes serdes = settings.serdes();
                return Set.of(
                        Stores.keyValueStoreBuilder(
                                Stores.persistentKeyValueStore(Names.CODINGS_STORE),
                                Serdes.String(),
                                serdes.values(ArticleCoding.class)),
                        Stores.keyValueStoreBuilder(
                                Stores.persistentKeyValueStore(Names.READING_STORE),
                                Serdes.String(),
                                serdes.values(ReadingMark.class)));
            }
        };
    }

    @Override
    public void init(ProcessorContext<String, SpecificRecord> context) {
        this.context = context;
        codings = requireNonNull(context.getStateStore(Names.CODINGS_STORE));
        reading = new Reading(
                requireNonNull(context.getStateStore(Names.READING_STORE)),
                Names.CODE + "-" + context.taskId().partition());
        watchlist = new WatchlistPoll(context);
        targets = clues.countries(watchlist.current().targets());
        readWatchlist();
        context.schedule(WATCHLIST_EVERY, PunctuationType.WALL_CLOCK_TIME, at -> readWatchlist());
        context.schedule(MARK_EVERY, PunctuationType.WALL_CLOCK_TIME, at -> sendMark());
        Expiry<ArticleCoding> expiry = new Expiry<>(codings, ArticleCoding::getEventTime);
        context.schedule(Expiry.EVERY, PunctuationType.WALL_CLOCK_TIME, at -> reading.mark()
                .ifPresent(mark -> expiry.slice(mark.minus(settings.keepCodings()))));
    }

    @Override
    public void process(Record<String, Article> record) {
        Article article = record.value();
        if (article == null) {
            return;
        }
        Origin origin = Origins.of(record.headers(), context.recordMetadata(), record.timestamp());
        Instant eventTime = ReportWriter.eventTime(article, origin);
        reading.read(article, eventTime);
        meters.processed(Names.CODE, context.taskId().partition(), origin.getAppendedAt());
        ArticleCoding before = codings.get(article.getId());
        String hash = contentHash(article);
        Requeued requeued = Requeued.of(record.headers());
        if (before != null && before.getContentHash().equals(hash) && requeued.attempts() == 0) {
            meters.article(StageMeters.Coding.UNCHANGED);
            return;
        }
        Verdict verdict = BeforeChange.compute(
                article.getId(), origin, () -> meters.coding(() -> coder.code(ReportWriter.article(article))));
        meters.article(StageMeters.Coding.of(verdict));
        List<IncidentReport> found =
                BeforeChange.compute(article.getId(), origin, () -> reports(article, origin, verdict));
        List<CodedReport> earlier = before == null ? List.of() : before.getReports();
        Recoding.Change change = Recoding.of(article.getId(), earlier, found);
        keep(article.getId(), hash, eventTime, change.reports(), before != null);
        if (verdict instanceof Verdict.Rejected rejected) {
            forward(article.getId(), DeadLetters.rejected(article.getId(), origin, rejected, requeued), eventTime);
        }
        change.retracted().forEach(gone -> send(retraction(article, origin, gone)));
        change.reports().forEach(this::send);
    }

    @Override
    public void close() {
        meters.closed(Names.CODE, context.taskId().partition());
    }

    private List<IncidentReport> reports(Article article, Origin origin, Verdict verdict) {
        if (!(verdict instanceof Verdict.Incidents incidents)) {
            return List.of();
        }
        return incidents.incidents().stream()
                .map(incident -> ReportWriter.report(
                        article, origin, clues.area(incident, incidents.datelineCountry(), article, targets), incident))
                .toList();
    }

    private void readWatchlist() {
        watchlist.next().ifPresent(read -> targets = clues.countries(read.targets()));
    }

    private void keep(String articleId, String hash, Instant eventTime, List<IncidentReport> reports, boolean known) {
        if (!reports.isEmpty()) {
            codings.put(
                    articleId,
                    new ArticleCoding(
                            hash,
                            eventTime,
                            reports.stream().map(CodeStage::coded).toList()));
        } else if (known) {
            codings.delete(articleId);
        }
    }

    private static CodedReport coded(IncidentReport report) {
        return CodedReport.newBuilder()
                .setReportId(report.getReportId())
                .setArea(report.getArea())
                .setAttackDate(report.getAttackDate().orElse(null))
                .setPlaceName(
                        report.getPlace().flatMap(place -> place.getName()).orElse(null))
                .setCountryCode(report.getPlace()
                        .flatMap(place -> place.getCountryCode())
                        .orElse(null))
                .setAttackType(report.getAttackType())
                .build();
    }

    private static IncidentReport retraction(Article article, Origin origin, CodedReport gone) {
        return IncidentReport.newBuilder()
                .setReportId(gone.getReportId())
                .setArticleId(article.getId())
                .setUrl(article.getUrl().orElse(null))
                .setSource(article.getSource().orElse(null))
                .setOrigin(origin)
                .setEventTime(ReportWriter.eventTime(article, origin))
                .setArea(gone.getArea())
                .setRetracted(true)
                .build();
    }

    private void send(IncidentReport report) {
        MergeInput input = MergeInput.newBuilder().setReport(report).build();
        forward(report.getArea(), input, report.getEventTime());
    }

    private void sendMark() {
        meters.heard(context.taskId().partition(), reading.publishers());
        Optional<MergeInput> mark =
                reading.toSend().map(m -> MergeInput.newBuilder().setMark(m).build());
        mark.ifPresent(input -> forward("", input, Instant.ofEpochMilli(context.currentSystemTimeMs())));
    }

    /** A broker refuses timestamps ahead of its clock, so an event time in the future becomes now. */
    private void forward(String key, SpecificRecord value, Instant eventTime) {
        long timestamp = Math.max(0, Math.min(eventTime.toEpochMilli(), context.currentSystemTimeMs()));
        context.forward(new Record<>(key, value, timestamp));
    }

    /** Over everything that coding depends on; when it was fetched is no content. */
    private static String contentHash(Article article) {
        String content = String.join(
                "\u0000",
                article.getUrl().orElse(""),
                article.getSource().orElse(""),
                article.getTitle().orElse(""),
                article.getBody(),
                article.getLanguage().orElse(""),
                article.getPublishedAt().map(Instant::toString).orElse(""),
                article.getPublishedOn().map(day -> day.toString()).orElse(""));
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
