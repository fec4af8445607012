package io.falconer.cli;

import io.falconer.text.Diagnostic;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/**
 * A file to write, or a directory to write below.
 *
 * @param name as the user gave it
 * @param path where it is
 */
record Target(String name, Path path) {
    /** What users call the directory where they are. */
    static final String HERE = ".";

    /** What an argument of a command names; what cannot be a path is wrong usage. */
    static Target of(FalconerCommand command, String name) {
        try {
            return new Target(name, command.environment().directory().resolve(name));
        } catch (InvalidPathException e) {
            throw command.usage("\"" + name + "\" is no path", "name a file or directory");
        }
    }

    /** What is below this directory under the relative path {@code below}. */
    Target resolve(String below) {
        String directory = isHere() ? "" : name.endsWith("/") ? name : name + "/";
        return new Target(directory + below, path.resolve(below));
    }

    /** Whether it is the directory where the user is. */
    boolean isHere() {
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
