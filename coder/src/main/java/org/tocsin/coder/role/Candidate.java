package org.tocsin.coder.role;

import java.util.List;
import org.tocsin.coder.text.Document;

/** An entity of a document with its features: what training labels and what the models rank. */
public final class Candidate {
    private final Entity entity;
    private final String text;
    private final int[] features;
    private final Priors priors;

    private Candidate(Entity entity, String text, int[] features, Priors priors) {
        this.entity = entity;
        this.text = text;
        this.features = features;
        this.priors = priors;
    }

    /** All candidates of a document, in text order. */
    static List<Candidate> of(Document document, RoleLexicon lexicon) {
        DocumentView view = new DocumentView(document, lexicon);
        RoleFeatures features = new RoleFeatures(lexicon, view);
        return view.entities().stream()
                .map(entity ->
                        new Candidate(entity, text(document, entity.best()), features.of(entity), lexicon.priors()))
                .toList();
    }

    /** The phrase as written, line breaks and repeated spaces made one space. */
    private static String text(Document document, Mention mention) {
        return document.text().substring(mention.beginChar(), mention.endChar()).replaceAll("\\s+", " ");
    }

    Entity entity() {
        return entity;
    }

    /** Its fullest noun phrase as written. */
    public String text() {
        return text;
    }

    /** Hashed, ascending; belongs to this object. */
    public int[] features() {
        return features;
    }

    /** Log-odds of the role that are known beforehand. */
    double prior(Role role) {
        return priors.of(role, entity);
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

    /** May play this role at all: weapons are weapons and nothing else. */
    public boolean fits(Role role) {
        return (role == Role.WEAPON) == (entity.best().weapon() != null);
    }
}
