package io.falconer.cli.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;

/** The permissions of files that replace others. */
final class FilePermissions {
    private FilePermissions() {}

    /** Gives {@code to} the permissions of {@code from}, if it exists and the system has permissions. */
    static void copy(Path from, Path to) throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(from, PosixFileAttributeView.class);
        if (view != null && Files.isRegularFile(from)) {
            Files.setPosixFilePermissions(to, view.readAttributes().permissions());
        }
    }
}
