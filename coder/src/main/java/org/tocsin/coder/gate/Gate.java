package org.tocsin.coder.gate;

import java.util.List;
import org.tocsin.coder.incident.Trigger;
import org.tocsin.coder.model.LinearModel;
import org.tocsin.coder.model.ModelSource;
import org.tocsin.coder.text.Document;

/** Whether the article reports an attack at all. */
public final class Gate {
    /** The model of {@link #load}. */
    public static final String MODEL = "gate.model";

    /** From this score on the article counts as reporting an attack: below one half, because a missed attack is lost. */
    public static final double THRESHOLD = 0.45;

    private final LinearModel model;
    private final GateFeatures features = GateFeatures.load();

    private Gate(LinearModel model) {
        this.model = model;
    }

    public static Gate load(ModelSource source) {
        return new Gate(LinearModel.load(source, MODEL));
    }

    /** The probability, 0..1, that the article with these triggers reports an attack. */
    public double score(Document document, List<Trigger> triggers) {
        return triggers.isEmpty() ? 0 : model.probability(features.of(document, triggers));
    }
}
