package org.tocsin.bench.train;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes the weights of a choice model as the coder reads them. */
final class ModelFile {
    private ModelFile() {}

    /** Slot in base 36, tab, weight in thousandths; slots without weight are left out. */
    static void write(Path file, String header, float[] weights) throws IOException {
        StringBuilder lines = new StringBuilder(header);
        for (int i = 0; i < weights.length; i++) {
            long thousandths = Math.round(weights[i] * 1000.0);
            if (thousandths != 0) {
                lines.append(Integer.toString(i, 36))
                        .append('\t')
                        .append(thousandths)
                        .append('\n');
            }
        }
        Files.writeString(file, lines);
    }
}
