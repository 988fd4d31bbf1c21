package org.tocsin.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.tocsin.coder.model.ModelSource;

/** Models from a folder; those that it lacks from the class path. */
final class ModelFolder {
    private ModelFolder() {}

    static ModelSource orClassPath(@Nullable Path folder) {
        return name -> folder != null && Files.exists(folder.resolve(name))
                ? Files.newInputStream(folder.resolve(name))
                : ModelSource.CLASS_PATH.open(name);
    }
}
