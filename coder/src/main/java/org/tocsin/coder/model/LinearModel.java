package org.tocsin.coder.model;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;

/**
 * A logistic regression over {@link Features}: a bias and one weight per bucket, stored in 16 bits each. File: the
 * header line in UTF, buckets' bits, the size of one step, the bias in steps, then the weights, big-endian.
 */
public final class LinearModel {
    private final String header;
    private final double step;
    private final int bias;
    private final short[] weights;

    private LinearModel(String header, double step, int bias, short[] weights) {
        this.header = header;
        this.step = step;
        this.bias = bias;
        this.weights = weights;
    }

    /**
     * A model of trained weights, rounded to 16 bits.
     *
     * @param header what the file is and how it is made again
     */
    public static LinearModel of(String header, double bias, double[] weights) {
        double greatest = 1e-9;
        for (double weight : weights) {
            greatest = Math.max(greatest, Math.abs(weight));
        }
        double step = greatest / Short.MAX_VALUE;
        short[] rounded = new short[weights.length];
        for (int i = 0; i < weights.length; i++) {
            rounded[i] = (short) Math.round(weights[i] / step);
        }
        return new LinearModel(header, step, (int) Math.round(bias / step), rounded);
    }

    /** Reads the model of that name from the source. */
    public static LinearModel load(ModelSource source, String name) {
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(source.open(name)))) {
            String header = in.readUTF();
            int bits = in.readInt();
            if (bits != Features.BITS) {
                throw new IllegalStateException("model " + name + " has 2^" + bits + " buckets, this coder 2^"
                        + Features.BITS + "; train it again");
            }
            double step = in.readDouble();
            int bias = in.readInt();
            short[] weights = new short[1 << bits];
            byte[] bytes = in.readNBytes(2 * weights.length);
            for (int i = 0; i < weights.length; i++) {
                weights[i] = (short) ((bytes[2 * i] << 8) | (bytes[2 * i + 1] & 0xFF));
            }
            return new LinearModel(header, step, bias, weights);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the model " + name, e);
        }
    }

    public void write(OutputStream file) throws IOException {
        DataOutputStream out = new DataOutputStream(new BufferedOutputStream(file));
        out.writeUTF(header);
        out.writeInt(Features.BITS);
        out.writeDouble(step);
        out.writeInt(bias);
        for (short weight : weights) {
            out.writeShort(weight);
        }
        out.flush();
    }

    /** The log odds of the features. */
    public double logOdds(Features features) {
        double sum = 0;
        for (int i = 0; i < features.size(); i++) {
            sum += (double) features.value(i) * weights[features.bucket(i)];
        }
        return step * (sum + bias);
    }

    /** The probability, 0..1. */
    public double probability(Features features) {
        return logistic(logOdds(features));
    }

    /** 1 / (1 + e^-x). */
    public static double logistic(double logOdds) {
        return 1 / (1 + StrictMath.exp(-logOdds));
    }

    /** What the file says it is. */
    public String header() {
        return header;
    }
}
