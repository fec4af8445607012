package io.falconer.cli;

import io.falconer.cli.file.UnloadableException;
import io.falconer.text.Diagnostic;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/** The files of a revision of the Git repository around a directory, as the program {@code git} shows them. */
final class GitFiles {
    private final Path directory;
    private final String revision;

    /** @param revision as {@code git rev-parse} reads it */
    GitFiles(Path directory, String revision) {
        this.directory = directory;
        this.revision = revision;
    }

    /** The files at a path or below it, which is relative to the directory. */
    List<Path> below(String path) {
        byte[] listed = git("ls-tree", "-r", "-z", "--name-only", "--end-of-options", revision, "--", path);
        return names(listed).toList();
    }

    /** The files below the directory that differ from those of the revision, and those that Git does not know yet. */
    List<Path> changed() {
        git("rev-parse", "--git-dir"); // outside a repository "git diff" prints its usage instead of an error
        byte[] differing = git("diff", "--name-only", "-z", "--relative", "--end-of-options", revision, "--", ".");
        byte[] unknown = git("ls-files", "-z", "--others", "--exclude-standard", "--", ".");
        return Stream.of(differing, unknown).flatMap(GitFiles::names).toList();
    }

    private static Stream<Path> names(byte[] listed) {
        return Arrays.stream(new String(listed, StandardCharsets.UTF_8).split("\0"))
                .filter(name -> !name.isEmpty())
                .map(Path::of);
    }

    /** The content of a file. */
    byte[] content(Path file) {
        return git("cat-file", "blob", revision + ":./" + file);
    }

    private byte[] git(String... arguments) {
        List<String> command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(arguments));
        try {
            Process process =
                    new ProcessBuilder(command).directory(directory.toFile()).start();
            process.getOutputStream().close();
            CompletableFuture<byte[]> errors = CompletableFuture.supplyAsync(() -> all(process.getErrorStream()));
            byte[] output = all(process.getInputStream());
            if (process.waitFor() != 0) {
                throw failed(new String(errors.join(), StandardCharsets.UTF_8).strip());
            }
            return output;
        } catch (IOException e) {
            throw failed("there is no program git here");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failed("interrupted");
        }
    }

    private static byte[] all(InputStream in) {
        try (in) {
            return in.readAllBytes();
        } catch (IOException e) {
            return new byte[0]; // the exit status says whether something is missing
        }
    }

    private UnloadableException failed(String why) {
        return new UnloadableException(Diagnostic.fileError("unreadable", "cannot read git:" + revision + ": " + why));
    }
}
