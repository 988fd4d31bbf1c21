package org.tocsin.coder.role;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * One logistic model a role over hashed features, one of further targets and one of rival perpetrators. {@code roles.model}: a
 * line of text that says where it comes from, then for each role the threshold and the pairs of bucket and weight (in
 * thousandths), last the slope and the pairs of {@link Further} and those of {@link Rivals}.
 */
public final class RoleModel {
    /** Buckets that features are hashed into. */
    public static final int BUCKETS = FeatureSet.SIZE;

    static final double STEPS = 1000;

    private final Map<Role, short[]> weights;
    private final Map<Role, Double> thresholds;
    private final Further further;
    private final Rivals rivals;

    private RoleModel(Map<Role, short[]> weights, Map<Role, Double> thresholds, Further further, Rivals rivals) {
        this.weights = weights;
        this.thresholds = thresholds;
        this.further = further;
        this.rivals = rivals;
    }

    /** A model of these weights, rounded, that judges each candidate for itself until {@link #with} says otherwise. */
    public static RoleModel of(Map<Role, double[]> weights) {
        Map<Role, short[]> rounded = new EnumMap<>(Role.class);
        weights.forEach((role, w) -> rounded.put(role, rounded(w)));
        Map<Role, Double> thresholds = new EnumMap<>(Role.class);
        weights.keySet().forEach(role -> thresholds.put(role, 0.5));
        return new RoleModel(rounded, thresholds, Further.none(), Rivals.none());
    }

    static short[] rounded(double[] weights) {
        short[] rounded = new short[FeatureSet.SIZE];
        for (int i = 0; i < rounded.length; i++) {
            rounded[i] = (short) Math.max(Short.MIN_VALUE, Math.min(Short.MAX_VALUE, Math.round(weights[i] * STEPS)));
        }
        return rounded;
    }

    /** The same with these least probabilities that count. */
    public RoleModel with(Map<Role, Double> leastProbabilities) {
        return new RoleModel(weights, new EnumMap<>(leastProbabilities), further, rivals);
    }

    /** The same with another model of further targets. */
    public RoleModel with(Further ofTargets) {
        return new RoleModel(weights, thresholds, ofTargets, rivals);
    }

    /** The same with another model of rival perpetrators. */
    public RoleModel with(Rivals ofPerpetrators) {
        return new RoleModel(weights, thresholds, further, ofPerpetrators);
    }

    /** Chooses nothing. */
    static RoleModel none() {
        Map<Role, short[]> weights = new EnumMap<>(Role.class);
        Map<Role, Double> thresholds = new EnumMap<>(Role.class);
        for (Role role : Role.values()) {
            weights.put(role, new short[FeatureSet.SIZE]);
            thresholds.put(role, 1.0);
        }
        return new RoleModel(weights, thresholds, Further.none(), Rivals.none());
    }

    /** The model that ships. */
    public static RoleModel load() {
        try (InputStream in = Objects.requireNonNull(
                RoleModel.class.getResourceAsStream("roles.model"), "no roles.model beside RoleModel")) {
            return read(new DataInputStream(new BufferedInputStream(in, 1 << 16)));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read roles.model", e);
        }
    }

    private static RoleModel read(DataInputStream in) throws IOException {
        in.readUTF();
        Map<Role, short[]> weights = new EnumMap<>(Role.class);
        Map<Role, Double> thresholds = new EnumMap<>(Role.class);
        for (Role role : Role.values()) {
            thresholds.put(role, in.readDouble());
            weights.put(role, readWeights(in));
        }
        Further further = new Further(new LogOddsModel(in.readDouble(), readWeights(in)));
        Rivals rivals = new Rivals(new LogOddsModel(in.readDouble(), readWeights(in)));
        return new RoleModel(weights, thresholds, further, rivals);
    }

    private static short[] readWeights(DataInputStream in) throws IOException {
        short[] weights = new short[FeatureSet.SIZE];
        int n = in.readInt();
        for (int i = 0; i < n; i++) {
            weights[in.readInt()] = in.readShort();
        }
        return weights;
    }

    /** Writes what {@link #load} reads. */
    public void write(String origin, OutputStream to) throws IOException {
        DataOutputStream out = new DataOutputStream(to);
        out.writeUTF(origin);
        for (Role role : Role.values()) {
            out.writeDouble(threshold(role));
            writeWeights(Objects.requireNonNull(weights.get(role)), out);
        }
        for (LogOddsModel beside : List.of(further.model(), rivals.model())) {
            out.writeDouble(beside.slope());
            writeWeights(beside.weights(), out);
        }
        out.flush();
    }

    private static void writeWeights(short[] weights, DataOutputStream out) throws IOException {
        int n = 0;
        for (short x : weights) {
            n += x != 0 ? 1 : 0;
        }
        out.writeInt(n);
        for (int i = 0; i < weights.length; i++) {
            if (weights[i] != 0) {
                out.writeInt(i);
                out.writeShort(weights[i]);
            }
        }
    }

    /** The probability that each of an article's candidates did it, all others being known; who is missing there did not. */
    public Map<Candidate, Double> perpetrators(List<Candidate> candidates) {
        return rivals.probabilities(candidates, this);
    }

    /** The probability that the entity plays the role, whoever else might. */
    public double probability(Role role, Candidate candidate) {
        short[] w = Objects.requireNonNull(weights.get(role));
        long sum = 0;
        for (int feature : candidate.features()) {
            sum += w[feature];
        }
        return 1 / (1 + Math.exp(-sum / STEPS - candidate.prior(role)));
    }

    /** The probability of a target beside those chosen before it; {@code probability} is that of {@link #probability}. */
    double further(double probability, Further.Look next, List<Further.Look> before) {
        return further.probability(probability, next, before);
    }

    public double threshold(Role role) {
        return Objects.requireNonNull(thresholds.get(role));
    }
}
