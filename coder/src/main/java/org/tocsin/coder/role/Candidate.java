package org.tocsin.coder.role;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.tocsin.coder.Target;
import org.tocsin.coder.TargetType;
import org.tocsin.coder.incident.Attack;
import org.tocsin.coder.place.Actors;
import org.tocsin.coder.text.Document;

/** An entity of a document with its features: what training labels and what the models rank. */
public final class Candidate {
    /** The description of those known by a name. */
    static final String NAMED = "named";

    private static final Pattern SPACES = Pattern.compile("\\s+");

    private final Document document;
    private final Entity entity;
    private final String text;
    private final int[] features;
    private final Map<Role, Double> priors;
    private final boolean amongPolice;
    private final boolean noDoer;
    private final boolean counted;
    private final boolean place;
    private final boolean attackers;

    private Candidate(
            Document document,
            Entity entity,
            int[] features,
            Map<Role, Double> priors,
            boolean amongPolice,
            boolean noDoer,
            boolean counted,
            boolean place,
            boolean attackers) {
        this.place = place;
        this.attackers = attackers;
        this.amongPolice = amongPolice;
        this.noDoer = noDoer;
        this.counted = counted;
        this.document = document;
        this.entity = entity;
        this.text = text(entity.best().begin(), entity.best());
        this.features = features;
        this.priors = priors;
    }

    /** All candidates of a document, in text order. */
    static List<Candidate> of(Document document, List<Attack> attacks, RoleLexicon lexicon) {
        DocumentView view = new DocumentView(document, attacks, lexicon);
        RoleFeatures features = new RoleFeatures(lexicon, view);
        boolean amongPolice = view.isAmongPolice();
        return view.entities().stream()
                .map(entity -> new Candidate(
                        document,
                        entity,
                        features.of(entity),
                        lexicon.priors().of(entity),
                        amongPolice,
                        NoDoer.is(entity, lexicon),
                        Partitives.isAmongCounted(entity.best(), lexicon),
                        isPlace(entity.best(), lexicon.phrases()),
                        isSomeOfTheAttackers(entity.best(), lexicon.words().idioms())))
                .toList();
    }

    /** A mention as written, from that token on, line breaks and repeated spaces made one space. */
    private String text(int begin, Mention mention) {
        String written = document.text().substring(mention.s().token(begin).begin(), mention.endChar());
        return SPACES.matcher(written).replaceAll(" ");
    }

    Entity entity() {
        return entity;
    }

    /** Its fullest noun phrase as written. */
    public String text() {
        return text;
    }

    /** As these sentences tell of it, without words that only measure: "villagers" of "dozens of villagers". */
    String text(Set<Integer> sentences, PhraseWords phrases) {
        Mention told = entity.told(sentences);
        return text(told.measured(phrases), told);
    }

    /** Hashed, ascending; belongs to this object. */
    public int[] features() {
        return features;
    }

    /** Log-odds of the role that are known beforehand. */
    double prior(Role role) {
        return priors.getOrDefault(role, 0.0);
    }

    /** Soldiers or police: a noun for a force, and no country or group by its name. */
    boolean isForce() {
        return entity.best().noun().filter(noun -> noun.group().equals("force")).isPresent();
    }

    /** A town, quarter or region: where an attack was, rather than what it was on. One without a name may be where people live. */
    private static boolean isPlace(Mention best, PhraseWords phrases) {
        return best.noun().filter(noun -> noun.group().equals("area")).isPresent()
                && (IntStream.range(best.begin(), best.end()).anyMatch(i -> isName(best.s(), i))
                        || best.lemmas().stream().noneMatch(phrases::isInhabited));
    }

    /** A base, a depot, a checkpoint of soldiers or fighters. */
    boolean isMilitarySite() {
        return entity.best()
                .noun()
                .filter(noun -> noun.kind() == Target.Kind.PHYSICAL && noun.type() == TargetType.MILITARY)
                .isPresent();
    }

    /** A town, quarter or region, in which rather than on which an attack was. */
    boolean isPlace() {
        return place;
    }

    /** A helicopter, and no word of whose. */
    boolean isUnownedVehicle() {
        Mention best = entity.best();
        return best.noun().filter(noun -> noun.group().equals("vehicle")).isPresent()
                && Phrasing.nationality(entity) == null
                && best.begin() == best.head();
    }

    /** "Hama", "al-Hader". */
    private static boolean isName(TaggedSentence s, int i) {
        String written = s.token(i).text();
        int behindArticle = written.indexOf('-') + 1;
        return s.names()[i]
                || (Character.isLowerCase(written.charAt(0))
                        && behindArticle < written.length()
                        && Character.isUpperCase(written.charAt(behindArticle)));
    }

    /** Only told of as some of those who were counted: "nine children" of "72 people". */
    boolean isCounted() {
        return counted;
    }

    /** The article speaks of police sooner than of soldiers. */
    boolean isAmongPolice() {
        return amongPolice;
    }

    /** The groups known by name that its fullest phrase tells of: the Islamic State of "Islamic State militants". */
    Set<String> groups() {
        Mention best = entity.best();
        return IntStream.range(best.begin(), best.end())
                .mapToObj(i -> best.s().actors()[i])
                .filter(Objects::nonNull)
                .map(Actors.Actor::name)
                .collect(Collectors.toSet());
    }

    /**
     * Whom news calls by several words that mean one: unnamed armed people, those known by a name, and all others. Of each
     * one is most often all that there is.
     */
    String description() {
        Mention best = entity.best();
        boolean named = best.isName() || best.s().actors()[best.head()] != null;
        boolean nation = best.s().isNation(best.head());
        return named ? NAMED : isArmed() && !nation ? "armed" : "other";
    }

    /** The one who died doing it: "a suicide bomber", "the suicide attacker", whom a group that is named had sent. */
    public boolean isBomber() {
        Mention best = entity.best();
        boolean suicide = best.lemmas().contains("suicide")
                && best.noun().filter(noun -> noun.group().equals("attacker")).isPresent();
        return (best.lemma().equals("bomber") || suicide) && !best.isName();
    }

    /** Is looked at behind all others, which may be the same in plainer words: a bomber, "the device". */
    boolean isLast() {
        return isBomber() || (entity.best().weapon() != null && Explosives.isVague(entity));
    }

    /** Is named in one of these sentences. */
    public boolean stands(Set<Integer> sentences) {
        return entity.mentions().stream()
                .anyMatch(mention -> sentences.contains(mention.s().sentence().index()));
    }

    /** All that the article says of it stands in those sentences. */
    boolean standsNowhereBut(Set<Integer> sentences) {
        return entity.mentions().stream()
                .allMatch(mention -> sentences.contains(mention.s().sentence().index()));
    }

    /** Stands somewhere in these sentences as what violence was meant for. */
    boolean isAimedAt(Set<Integer> sentences, Idioms idioms) {
        return told(sentences).anyMatch(relation -> relation.aims(idioms)) && !isHarming();
    }

    /** Is said in so many words to be a target, and does no violence himself. */
    boolean isToldOutright() {
        return !isHarming()
                && entity.mentions().stream()
                        .flatMap(mention -> mention.relations().stream())
                        .anyMatch(Relation::isOutrightOfTarget);
    }

    /**
     * A thing that is said not to have been hit, and nowhere to have been: "the bank was not damaged". People who were not
     * hurt may still be whom it was meant for.
     */
    private boolean isSpared() {
        boolean thing = entity.best()
                .noun()
                .filter(noun -> noun.kind() == Target.Kind.PHYSICAL)
                .isPresent();
        return thing
                && !isHarmed()
                && entity.mentions().stream()
                        .flatMap(mention -> mention.relations().stream())
                        .anyMatch(Relation::isSpared);
    }

    /** Some of those who made the attack: "two of the attackers", and not "two gunmen" nor "two of the soldiers". */
    boolean isSomeOfTheAttackers() {
        return attackers;
    }

    private static boolean isSomeOfTheAttackers(Mention best, Idioms idioms) {
        int the = best.head() - 1;
        return the - 1 > best.begin()
                && best.s().lower(the).equals("the")
                && best.s().lower(the - 1).equals("of")
                && idioms.is("ASSAILANTS", best.lemma());
    }

    /** Is based at a place that these sentences tell an attack on. */
    boolean isHosted(Set<Integer> sentences) {
        return !isHarming()
                && entity.mentions().stream()
                        .filter(mention ->
                                sentences.contains(mention.s().sentence().index()))
                        .map(Mention::relations)
                        .anyMatch(Candidate::isHosted);
    }

    /** The object of another verb is not the subject of what follows: "troops advising the army are quartered". */
    private static boolean isHosted(List<Relation> relations) {
        return relations.stream().anyMatch(Relation::isHosted)
                && (relations.size() == 1
                        || !relations.get(0).link().equals("object")
                        || relations.get(0).isHosted());
    }

    private Stream<Relation> told(Set<Integer> sentences) {
        return entity.mentions().stream()
                .filter(mention -> sentences.contains(mention.s().sentence().index()))
                .flatMap(mention -> mention.relations().stream());
    }

    /** Names an army, a government, a known armed group, gunmen, fighters. */
    public boolean isArmed() {
        return RoleFeatures.isArmed(entity.best());
    }

    /** Stands somewhere as the one that violence is done to: object, subject of a passive, after "attack on". */
    public boolean isHarmed() {
        return entity.mentions().stream()
                .flatMap(mention -> mention.relations().stream())
                .anyMatch(Relation::harms);
    }

    /** Stands somewhere as the one that does violence: subject, after "by", before "attack". */
    public boolean isHarming() {
        return entity.mentions().stream()
                .flatMap(mention -> mention.relations().stream())
                .anyMatch(Relation::acts);
    }

    /** Somebody says that he did it, he himself or others. */
    boolean isNamedAsDoer() {
        return entity.mentions().stream()
                .flatMap(mention -> mention.relations().stream())
                .anyMatch(Relation::namesDoer);
    }

    /** "No group" and nobody else, wherever the article speaks of it. */
    private boolean isNobody() {
        return entity.mentions().stream().allMatch(Mention::isOfNobody);
    }

    /**
     * May play this role at all: weapons are weapons and nothing else, no attack attacks nor who is cleared, nothing was done by or to a group
     * that is none, and what was spared is no target.
     */
    public boolean fits(Role role) {
        if (isNobody() || (role == Role.PERPETRATOR && noDoer) || (role == Role.TARGET && isSpared())) {
            return false;
        }
        return (role == Role.WEAPON) == (entity.best().weapon() != null);
    }
}
