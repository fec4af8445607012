package io.falconer.cli.file;

import io.falconer.text.Diagnostic;
import java.io.IOException;
import java.nio.file.Path;

/**
 * A file to write, or a directory to write below.
 *
 * @param name as the user gave it
 * @param path where it is
 */
public record OutputPath(String name, Path path) {
    /** How users name the current directory. */
    public static final String HERE = ".";

    /** The relative path {@code below} in this directory. */
    public OutputPath resolve(String below) {
        String directory = isHere() ? "" : name.endsWith("/") ? name : name + "/";
        return new OutputPath(directory + below, path.resolve(below));
    }

    /** Whether it is the current directory. */
    public boolean isHere() {
        return withoutSlash().equals(HERE);
    }

    /** The name without the slash at its end. */
    String withoutSlash() {
        return name.length() > 1 && name.endsWith("/") ? name.substring(0, name.length() - 1) : name;
    }

    UnloadableException unwritable(IOException problem) {
        return new UnloadableException(
                Diagnostic.fileError("unwritable", "cannot write " + name + ": " + FileReason.of(problem)));
    }
}
