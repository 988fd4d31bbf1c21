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

    private static final List<Role> ROLES = List.of(Role.TARGET, Role.PERPETRATOR, Role.WEAPON);

    /** Those of all roles for one bucket stand beside each other, since a candidate is judged in all. */
    private final short[] weights;

    private final Map<Role, Double> thresholds;
    private final Further further;
    private final Rivals rivals;

    private RoleModel(short[] weights, Map<Role, Double> thresholds, Further further, Rivals rivals) {
        this.weights = weights;
        this.thresholds = thresholds;
        this.further = further;
        this.rivals = rivals;
    }

    /** A model of these weights, rounded, that judges each candidate for itself until {@link #with} says otherwise. */
    public static RoleModel of(Map<Role, double[]> weights) {
        short[] rounded = new short[ROLES.size() * FeatureSet.SIZE];
        weights.forEach((role, w) -> put(rounded, role, rounded(w)));
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
        Map<Role, Double> thresholds = new EnumMap<>(Role.class);
        for (Role role : Role.values()) {
            thresholds.put(role, 1.0);
        }
        return new RoleModel(new short[ROLES.size() * FeatureSet.SIZE], thresholds, Further.none(), Rivals.none());
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
        short[] weights = new short[ROLES.size() * FeatureSet.SIZE];
        Map<Role, Double> thresholds = new EnumMap<>(Role.class);
        for (Role role : Role.values()) {
            thresholds.put(role, in.readDouble());
            put(weights, role, readWeights(in));
        }
        Further further = new Further(new LogOddsModel(in.readDouble(), readWeights(in)));
        Rivals rivals = new Rivals(new LogOddsModel(in.readDouble(), readWeights(in)));
        return new RoleModel(weights, thresholds, further, rivals);
    }

    private static void put(short[] all, Role role, short[] weights) {
        for (int i = 0; i < weights.length; i++) {
            all[ROLES.size() * i + ROLES.indexOf(role)] = weights[i];
        }
    }

    private short[] weights(Role role) {
        short[] own = new short[FeatureSet.SIZE];
        for (int i = 0; i < own.length; i++) {
            own[i] = weights[ROLES.size() * i + ROLES.indexOf(role)];
        }
        return own;
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
            writeWeights(weights(role), out);
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
        return candidate.probabilities(this).of(role);
    }

    /** How probable each role is for one candidate. */
    record Probabilities(double target, double perpetrator, double weapon) {
        double of(Role role) {
            return switch (role) {
                case TARGET -> target;
                case PERPETRATOR -> perpetrator;
                case WEAPON -> weapon;
            };
        }
    }

    /** Those of all roles, in one pass over the features. */
    Probabilities probabilities(Candidate candidate) {
        long target = 0;
        long perpetrator = 0;
        long weapon = 0;
        for (int feature : candidate.features()) {
            int at = ROLES.size() * feature;
            target += weights[at];
            perpetrator += weights[at + 1];
            weapon += weights[at + 2];
        }
        return new Probabilities(
                probability(target, candidate.prior(Role.TARGET)),
                probability(perpetrator, candidate.prior(Role.PERPETRATOR)),
                probability(weapon, candidate.prior(Role.WEAPON)));
    }

    private static double probability(long sum, double prior) {
        return 1 / (1 + Math.exp(-sum / STEPS - prior));
    }

    /** The probability of a target beside those chosen before it; {@code probability} is that of {@link #probability}. */
    double further(double probability, Further.Look next, List<Further.Look> before) {
        return further.probability(probability, next, before);
    }

    public double threshold(Role role) {
        return Objects.requireNonNull(thresholds.get(role));
    }
}
