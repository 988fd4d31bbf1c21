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

    /**
     * Below this probability no second reading follows: by a sure victim alone it would make an attack of most deadly accidents.
     */
    public static final double LEAST = 0.25;

    private final LinearModel model;
    private final GateFeatures features = GateFeatures.load();

    private Gate(LinearModel model) {
        this.model = model;
    }

    public static Gate load(ModelSource source) {
        return new Gate(LinearModel.load(source, MODEL));
    }

    /** The log odds that the article with these triggers reports an attack; negative infinity when it has none. */
    public double logOdds(Document document, List<Trigger> triggers) {
        return triggers.isEmpty() ? Double.NEGATIVE_INFINITY : model.logOdds(features.of(document, triggers));
    }
}
