package io.falconer.cli.file;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Objects;

/** Why a file cannot be written, in words. */
final class FileReason {
    private FileReason() {}

    /** The reason, to follow "cannot write x: ". */
    static String of(IOException problem) {
        return switch (problem) {
            case NoSuchFileException missing -> "the file or directory does not exist";
            case AccessDeniedException denied -> "no permission";
            case FileAlreadyExistsException other ->
                "a file is where the directory " + Path.of(other.getFile()).getFileName() + " must be";
            case FileSystemException system when system.getReason() != null -> lowerFirst(system.getReason());
            default -> lowerFirst(Objects.requireNonNullElse(problem.getMessage(), "the write failed"));
        };
    }

    private static String lowerFirst(String reason) {
        return reason.isEmpty() ? reason : Character.toLowerCase(reason.charAt(0)) + reason.substring(1);
    }
}
