package org.tocsin.coder.model;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;

/** Where trained models are read from: the class path, or a folder while they are being measured. */
@FunctionalInterface
public interface ModelSource {
    /** The models that ship. */
    ModelSource CLASS_PATH = name -> {
        InputStream in = ModelSource.class.getResourceAsStream(name);
        if (in == null) {
            throw new FileNotFoundException("no model " + name + " on the class path");
        }
        return in;
    };

    /** The model of that name; the caller closes it. */
    InputStream open(String name) throws IOException;
}
