package org.tocsin.coder.place;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tocsin.coder.Place;
import org.tocsin.coder.choice.Candidate;
import org.tocsin.coder.choice.ChoiceModel;
import org.tocsin.coder.choice.Features;
import org.tocsin.coder.incident.Attack;
import org.tocsin.coder.incident.AttackSentences;
import org.tocsin.coder.text.Document;
import org.tocsin.coder.text.Token;

/**
 * Finds where an attack happened: every place, country and people that the article names is a candidate in each of its
 * senses, and a trained log-linear model chooses. Which Springfield it is and which of the places named was attacked are one
 * decision. Immutable and thread-safe; the work per article is linear in its length.
 */
public final class PlaceOfAttack {
    /** An attack looks at so many mentions at most, the nearest first. */
    private static final int MOST_MENTIONS = 40;

    private final Gazetteer gazetteer;
    private final MentionFinder finder;
    private final ChoiceModel model;

    /** Reads mentions with these tables and chooses by that model. */
    public PlaceOfAttack(Gazetteer gazetteer, Nations nations, Actors actors, ChoiceModel model) {
        this.gazetteer = gazetteer;
        this.finder = new MentionFinder(gazetteer, nations, actors);
        this.model = model;
    }

    /** With the shipped tables and model. */
    public static PlaceOfAttack load(Gazetteer gazetteer, Nations nations, Actors actors) {
        return new PlaceOfAttack(gazetteer, nations, actors, ChoiceModel.load(PlaceOfAttack.class, "model.tsv"));
    }

    /** Reads all places of an article with these attacks. */
    public Article read(Document document, AttackSentences attacks, Publisher publisher) {
        List<Mention> mentions = finder.find(document);
        ArticleContext context = new ArticleContext(document, mentions);
        return new Article(document, attacks, mentions, context, publisher);
    }

    /** The places of one article. */
    public final class Article {
        private final Document document;
        private final AttackSentences attacks;
        private final List<Mention> mentions;
        private final ArticleContext context;
        private final Publisher publisher;
        private final Set<Mention> landmarks;
        private final PossibleSenses senses;
        private final PlaceFeatures features;
        private final Map<Mention, List<Candidate<Toponym>>> readings = new HashMap<>();

        private Article(
                Document document,
                AttackSentences attacks,
                List<Mention> mentions,
                ArticleContext context,
                Publisher publisher) {
            this.document = document;
            this.attacks = attacks;
            this.mentions = mentions;
            this.context = context;
            this.publisher = publisher;
            this.landmarks = landmarks();
            this.senses = new PossibleSenses(context, publisher);
            this.features = new PlaceFeatures(document, context, publisher);
        }

        /** The most likely place; empty when neither article nor publisher tells of any. */
        public Optional<Place> of(Attack attack) {
            List<Located> located = located(attack);
            Map<Toponym, Double> likely =
                    model.probabilities(located.stream().map(Located::candidate).toList());
            return NarrowestPlace.of(likely).map(gazetteer::cityOf).map(toponym -> place(toponym, located, attack));
        }

        /** The country where the article was written, ISO 3166-1 alpha-2; empty without a dateline. */
        public Optional<String> datelineCountry() {
            return Optional.ofNullable(context.dateline())
                    .flatMap(mention -> readings.computeIfAbsent(mention, this::readings).stream()
                            .findFirst())
                    .map(reading -> reading.value().country());
        }

        /** What could be chosen, with the features of each: for training. */
        public List<Candidate<Toponym>> candidates(Attack attack) {
            return located(attack).stream().map(Located::candidate).toList();
        }

        private List<Located> located(Attack attack) {
            AttackDistance distance = new AttackDistance(document, attack, mentions, context.isForeign());
            List<Located> located = new ArrayList<>();
            for (Mention mention : nearest(distance, bearing(attack))) {
                for (Candidate<Toponym> reading : readings.computeIfAbsent(mention, this::readings)) {
                    Features all = new Features();
                    all.addAll(reading.features());
                    distance.add(all, mention, PlaceFeatures.kind(reading.value()), context.isDateline(mention));
                    located.add(new Located(mention, new Candidate<>(reading.value(), all)));
                }
            }
            Stream.of(publisher.town(), publisher.state())
                    .filter(Objects::nonNull)
                    .forEach(home -> located.add(
                            new Located(null, new Candidate<>(home, features.ofPublisher(home, mentions)))));
            return located;
        }

        /** The mentions that only say where the town named before is. */
        private Set<Mention> landmarks() {
            Set<Mention> landmarks = new HashSet<>();
            for (Mention mention : mentions) {
                Mention next = next(mention);
                if (next != null && mention.mayBeTown() && !mention.adjective()) {
                    List<Token> tokens =
                            document.sentences().get(mention.sentence()).tokens();
                    if (Landmarks.behind(tokens, mention.end()) == next.begin()) {
                        landmarks.add(next);
                    }
                }
            }
            return landmarks;
        }

        /** Where a sentence of its own puts it in a town, what other attacks of the article are told with does not bear on it. */
        private List<Mention> bearing(Attack attack) {
            boolean placed = mentions.stream()
                    .anyMatch(
                            mention -> attack.tells(mention.sentence()) && AttackDistance.isPlacing(document, mention));
            return mentions.stream()
                    .filter(mention -> !landmarks.contains(mention))
                    .filter(mention -> !placed || !attacks.isOfAnother(mention.sentence(), attack))
                    .toList();
        }

        private static List<Mention> nearest(AttackDistance distance, List<Mention> bearing) {
            record Ranked(Mention mention, int rank) {}
            return bearing.stream()
                    .map(mention -> new Ranked(mention, distance.rank(mention)))
                    .sorted(Comparator.comparingInt(Ranked::rank))
                    .limit(MOST_MENTIONS)
                    .map(Ranked::mention)
                    .toList();
        }

        private List<Candidate<Toponym>> readings(Mention mention) {
            Mention next = next(mention);
            Features around = features.around(mention);
            List<PlaceName.Sense> possible = senses.of(mention);
            List<Candidate<Toponym>> readings = new ArrayList<>();
            for (int i = 0; i < possible.size(); i++) {
                Features all = features.of(mention, possible.get(i), i, next);
                all.addAll(around);
                readings.add(new Candidate<>(possible.get(i).toponym(), all));
            }
            return readings;
        }

        private @Nullable Mention next(Mention mention) {
            int i = Collections.binarySearch(mentions, mention, Mention.IN_TEXT_ORDER) + 1;
            boolean same = i < mentions.size() && mentions.get(i).sentence() == mention.sentence();
            return same ? mentions.get(i) : null;
        }

        private Place place(Toponym toponym, List<Located> located, Attack attack) {
            String written = located.stream()
                    .filter(l -> l.candidate().value().equals(toponym))
                    .map(Located::mention)
                    .filter(Objects::nonNull)
                    .findFirst()
                    .map(m -> Token.textOf(
                            document.sentences().get(m.sentence()).tokens().subList(m.begin(), m.end())))
                    // Of "the Maiduguri-Damaturu highway" the first town.
                    .filter(text -> !text.startsWith(gazetteer.usualName(toponym) + "-"))
                    .orElseGet(() -> gazetteer.usualName(toponym));
            Place place = new PlaceForm(gazetteer).of(toponym, written);
            return Site.of(document, attack)
                    .map(site -> PlaceForm.with(place, site))
                    .orElse(place);
        }
    }

    /** @param mention null for a place that only the publisher tells of */
    private record Located(@Nullable Mention mention, Candidate<Toponym> candidate) {}
}
