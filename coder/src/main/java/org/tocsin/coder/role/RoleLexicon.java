package org.tocsin.coder.role;

import org.tocsin.coder.place.Actors;
import org.tocsin.coder.place.Nations;
import org.tocsin.coder.text.WordClasses;
import org.tocsin.coder.text.WordClusters;

/** The word lists that roles are read with. Immutable. */
record RoleLexicon(
        Words words,
        WordClusters clusters,
        HeadNouns heads,
        EventWords events,
        WeaponNames weapons,
        PhraseWords phrases,
        Actors actors,
        Nations nations,
        Tagger tagger,
        Priors priors,
        AttributionFeatures attribution,
        SetPhrases setPhrases) {

    static RoleLexicon load(Actors actors, Nations nations) {
        Words words = Words.load();
        WordClasses attribution = WordClasses.load(RoleLexicon.class, "attribution.tsv");
        HeadNouns heads = HeadNouns.load();
        return new RoleLexicon(
                words,
                WordClusters.load(),
                heads,
                EventWords.load(),
                WeaponNames.load(words),
                PhraseWords.load(),
                actors,
                nations,
                new Tagger(words, heads, actors, nations),
                Priors.load(),
                new AttributionFeatures(attribution),
                SetPhrases.load(attribution));
    }
}
