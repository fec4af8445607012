package io.falconer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files of expected output. {@code -Dfalconer.golden=true} writes them anew, to be looked at before they are committed. */
public final class Golden {
    private Golden() {}

    /** Whether golden files are written instead of compared. */
    public static boolean isWritten() {
        return Boolean.getBoolean("falconer.golden");
    }

    /** {@code actual} is what {@code file} holds. */
    public static void check(Path file, String actual) throws IOException {
        if (isWritten()) {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, actual);
        }
        assertThat(actual).isEqualTo(Files.readString(file));
    }
}
