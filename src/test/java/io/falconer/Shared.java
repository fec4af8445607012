package io.falconer;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** What lies next to the project: the real Falco's recorded answers and labelled pods. */
public final class Shared {
    private static final Path SHARED = Path.of(System.getProperty("falconer.shared", "../shared"));

    private Shared() {}

    /** The folder itself, which need not be there. */
    static Path root() {
        return SHARED;
    }

    /** A file or folder of it; where it is not there the test is skipped, and says so on the console. */
    public static Path path(String path) {
        Path found = SHARED.resolve(path);
        if (!Files.exists(found)) {
            System.out.println("skipped: there is no " + found);
            Assumptions.abort("there is no " + found);
        }
        return found;
    }
}
