package org.tocsin.coder;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.tocsin.coder.casualty.Casualties;
import org.tocsin.coder.casualty.CasualtyReader;
import org.tocsin.coder.choice.ChoiceModel;
import org.tocsin.coder.date.Bygone;
import org.tocsin.coder.date.DateOfAttack;
import org.tocsin.coder.evidence.Confidence;
import org.tocsin.coder.evidence.EvidenceReader;
import org.tocsin.coder.fingerprint.FingerprintReader;
import org.tocsin.coder.gate.Gate;
import org.tocsin.coder.gate.SecondReading;
import org.tocsin.coder.incident.Action;
import org.tocsin.coder.incident.ActionReader;
import org.tocsin.coder.incident.ActionTable;
import org.tocsin.coder.incident.Attack;
import org.tocsin.coder.incident.AttackFinder;
import org.tocsin.coder.incident.AttackSentences;
import org.tocsin.coder.incident.Denial;
import org.tocsin.coder.incident.StageReader;
import org.tocsin.coder.incident.Trigger;
import org.tocsin.coder.link.DerivedId;
import org.tocsin.coder.model.LinearModel;
import org.tocsin.coder.model.ModelSource;
import org.tocsin.coder.place.Actors;
import org.tocsin.coder.place.Gazetteer;
import org.tocsin.coder.place.Nations;
import org.tocsin.coder.place.PlaceOfAttack;
import org.tocsin.coder.place.Publishers;
import org.tocsin.coder.role.RoleReader;
import org.tocsin.coder.role.Roles;
import org.tocsin.coder.text.Document;
import org.tocsin.coder.text.Language;
import org.tocsin.coder.text.Prose;
import org.tocsin.coder.text.TextReader;

/**
 * The event coder: an article in, the attacks that it reports out. Immutable once loaded, so one instance serves all
 * threads, and the same article gives the same verdict on every run.
 */
public final class EventCoder {
    /** Longest text that is read, in characters of title and body together. */
    public static final int MAX_CHARACTERS = 1 << 20;

    private final Language language = new Language();
    private final Gate gate;
    private final SecondReading secondReading;
    private final AttackFinder attackFinder;
    private final Denial denial;
    private final DateOfAttack dateOfAttack;
    private final CasualtyReader casualtyReader;
    private final ActionReader actionReader;
    private final ActionTable actions;
    private final StageReader stages;
    private final FingerprintReader fingerprintReader;
    private final RoleReader roleReader;
    private final PlaceOfAttack placeOfAttack;
    private final Publishers publishers;
    private final DerivedId derivedId;

    private EventCoder(ModelSource models) {
        // The gazetteer takes as long to read as everything else together.
        CompletableFuture<Gazetteer> places = CompletableFuture.supplyAsync(Gazetteer::load);
        Actors actors = Actors.load();
        Nations nations = Nations.load();
        roleReader = RoleReader.load(actors, nations);
        gate = Gate.load(models);
        secondReading = SecondReading.load(models);
        attackFinder = AttackFinder.load(models);
        denial = Denial.load();
        dateOfAttack = DateOfAttack.load();
        casualtyReader = CasualtyReader.load();
        actionReader = ActionReader.load();
        actions = ActionTable.load();
        stages = StageReader.load();
        fingerprintReader = FingerprintReader.load();
        Gazetteer gazetteer = places.join();
        placeOfAttack = PlaceOfAttack.load(gazetteer, nations, actors);
        publishers = Publishers.load(gazetteer);
        derivedId = new DerivedId(gazetteer);
    }

    /** Loads the data files from the class path. */
    public static EventCoder load() {
        return load(ModelSource.CLASS_PATH);
    }

    /** Takes the trained models from there: bench measures models that do not ship. */
    public static EventCoder load(ModelSource models) {
        return new EventCoder(models);
    }

    /** What the article reports. Never throws for any text. */
    public Verdict code(Article article) {
        int length = article.body().length()
                + (article.title() == null ? 0 : article.title().length());
        if (length > MAX_CHARACTERS) {
            return new Verdict.Rejected(Verdict.Rejection.TOO_LONG, length + " of at most " + MAX_CHARACTERS);
        }
        Document whole = TextReader.read(article.title(), article.body());
        Optional<Verdict.Rejected> unreadable = unreadable(whole);
        if (unreadable.isPresent()) {
            return unreadable.get();
        }
        List<Trigger> triggers = attackFinder.triggers(whole);
        Document document = attackFinder.read(whole, triggers);
        double logOdds = gate.logOdds(document, triggers);
        double first = LinearModel.logistic(logOdds);
        if (first < Gate.LEAST) {
            return new Verdict.NotAnAttack(first, triggers.isEmpty() ? "no word of attack" : "below the gate");
        }
        List<Attack> reported = attackFinder.group(document, triggers);
        List<Attack> attacks = denial.without(document, reported);
        if (attacks.isEmpty()) {
            return new Verdict.NotAnAttack(first, reported.isEmpty() ? "no attack of its own" : "denied");
        }
        Document near = document.shortlyAfter(lastSentence(attacks));
        RoleReader.Article roles = roleReader.read(near, attacks);
        double score = secondReading.score(logOdds, roles.evidence());
        if (score < SecondReading.THRESHOLD) {
            return new Verdict.NotAnAttack(score, "below the second reading");
        }
        Map<Optional<LocalDate>, DateOfAttack.Article> dates = new HashMap<>();
        AttackSentences sentences = new AttackSentences(near, attacks);
        CasualtyReader.Article casualties = casualtyReader.read(near, sentences);
        PlaceOfAttack.Article places = placeOfAttack.read(near, sentences, publishers.of(article.url()));
        List<CodedIncident> incidents = new ArrayList<>();
        FingerprintReader.Article fingerprints = fingerprintReader.read(document, attacks);
        List<Double> confidences = Confidence.of(score, attacks);
        for (int i = 0; i < attacks.size(); i++) {
            Attack attack = attacks.get(i);
            Place place = places.of(attack).orElse(null);
            Optional<LocalDate> published = publishedOn(article, place);
            DateOfAttack.Article days =
                    dates.computeIfAbsent(published, day -> dateOfAttack.read(near, sentences, day.orElse(null)));
            DateRange attackDate =
                    days.of(attack).map(ChoiceModel.Choice::value).orElse(null);
            boolean bygone = attackDate != null
                    && Bygone.isOne(attackDate, published.orElse(null))
                    && days.isToldOf(attack, attackDate);
            if (!bygone) {
                incidents.add(incident(
                        document,
                        attack,
                        attackDate,
                        place,
                        casualties.of(attack),
                        roles.of(attack),
                        fingerprints.of(attack),
                        confidences.get(i)));
            }
        }
        if (incidents.isEmpty()) {
            return new Verdict.NotAnAttack(score, "long ago");
        }
        return new Verdict.Incidents(score, incidents, places.datelineCountry().orElse(null));
    }

    private static int lastSentence(List<Attack> attacks) {
        return attacks.stream()
                .flatMap(attack -> attack.sentences().stream())
                .mapToInt(Integer::intValue)
                .max()
                .orElse(0);
    }

    private Optional<Verdict.Rejected> unreadable(Document document) {
        if (document.sentences().isEmpty()) {
            return Optional.of(new Verdict.Rejected(Verdict.Rejection.EMPTY, "no text"));
        }
        Optional<String> other = language.otherThanEnglish(document);
        Optional<String> noProse =
                other.filter(l -> !l.equals(Language.UNKNOWN)).isPresent() ? Optional.empty() : Prose.missing(document);
        return noProse.map(p -> new Verdict.Rejected(Verdict.Rejection.NO_PROSE, p))
                .or(() -> other.map(l -> new Verdict.Rejected(Verdict.Rejection.LANGUAGE, l)));
    }

    /**
     * The civil day of publication; of an instant the day that it was then where the attack was, unless the instant is
     * midnight in UTC, which stands for a day.
     */
    private static Optional<LocalDate> publishedOn(Article article, @Nullable Place place) {
        Instant instant = article.publishedAt();
        if (article.publishedOn() != null || instant == null) {
            return Optional.ofNullable(article.publishedOn());
        }
        boolean day = instant.equals(instant.truncatedTo(ChronoUnit.DAYS));
        ZoneId zone = day || place == null || place.zone() == null ? ZoneOffset.UTC : place.zone();
        return Optional.of(LocalDate.ofInstant(instant, zone));
    }

    private CodedIncident incident(
            Document document,
            Attack attack,
            @Nullable DateRange days,
            @Nullable Place place,
            Casualties casualties,
            Roles roles,
            Fingerprint fingerprint,
            double confidence) {
        Action read = actionReader.of(document, attack);
        Action action = actions.with(read, roles.weapons());
        return new CodedIncident(
                actions.gtd(action),
                actions.acled(action),
                stages.of(document, attack, read),
                days,
                place,
                roles.targets().stream()
                        .map(target ->
                                target.derived(derivedId.of(target.type(), target.kind(), target.nationality(), place)))
                        .toList(),
                roles.perpetrators(),
                roles.weapons(),
                casualties.killed(),
                casualties.injured(),
                EvidenceReader.of(document, attack, casualties, roles),
                fingerprint,
                confidence);
    }
}
