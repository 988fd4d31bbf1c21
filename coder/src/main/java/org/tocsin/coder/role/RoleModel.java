package org.tocsin.coder.role;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/**
 * One logistic model a role over hashed features. {@code roles.model}: a line of text that says where it comes from, then
 * for each role the threshold and the pairs of bucket and weight (in thousandths).
 */
public final class RoleModel {
    /** Buckets that features are hashed into. */
    public static final int BUCKETS = FeatureSet.SIZE;

    private static final double STEPS = 1000;

    private final Map<Role, short[]> weights;
    private final Map<Role, Double> thresholds;

    private RoleModel(Map<Role, short[]> weights, Map<Role, Double> thresholds) {
        this.weights = weights;
        this.thresholds = thresholds;
    }

    /** A model of these weights, rounded; {@code thresholds} are the least probabilities that count. */
    public static RoleModel of(Map<Role, double[]> weights, Map<Role, Double> thresholds) {
        Map<Role, short[]> rounded = new EnumMap<>(Role.class);
        weights.forEach((role, w) -> {
            short[] r = new short[FeatureSet.SIZE];
            for (int i = 0; i < r.length; i++) {
                r[i] = (short) Math.max(Short.MIN_VALUE, Math.min(Short.MAX_VALUE, Math.round(w[i] * STEPS)));
            }
            rounded.put(role, r);
        });
        return new RoleModel(rounded, new EnumMap<>(thresholds));
    }

    /** Chooses nothing. */
    static RoleModel none() {
        Map<Role, short[]> weights = new EnumMap<>(Role.class);
        Map<Role, Double> thresholds = new EnumMap<>(Role.class);
        for (Role role : Role.values()) {
            weights.put(role, new short[FeatureSet.SIZE]);
            thresholds.put(role, 1.0);
        }
        return new RoleModel(weights, thresholds);
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
            short[] w = new short[FeatureSet.SIZE];
            int n = in.readInt();
            for (int i = 0; i < n; i++) {
                w[in.readInt()] = in.readShort();
            }
            weights.put(role, w);
        }
        return new RoleModel(weights, thresholds);
    }

    /** Writes what {@link #load} reads. */
    public void write(String origin, OutputStream to) throws IOException {
        DataOutputStream out = new DataOutputStream(to);
        out.writeUTF(origin);
        for (Role role : Role.values()) {
            short[] w = Objects.requireNonNull(weights.get(role));
            out.writeDouble(threshold(role));
            int n = 0;
            for (short x : w) {
                n += x != 0 ? 1 : 0;
            }
            out.writeInt(n);
            for (int i = 0; i < w.length; i++) {
                if (w[i] != 0) {
                    out.writeInt(i);
                    out.writeShort(w[i]);
                }
            }
        }
        out.flush();
    }

    /** The probability that the entity plays the role. */
    public double probability(Role role, Candidate candidate) {
        short[] w = Objects.requireNonNull(weights.get(role));
        long sum = 0;
        for (int feature : candidate.features()) {
            sum += w[feature];
        }
        return 1 / (1 + Math.exp(-sum / STEPS - candidate.prior(role)));
    }

    public double threshold(Role role) {
        return Objects.requireNonNull(thresholds.get(role));
    }
}
