package io.falconer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/**
 * Files of expected output. {@code -Dfalconer.golden=true} rewrites them, and deletes those that are no longer generated.
 * Review the difference before you commit it.
 */
public final class Golden {
    private Golden() {}

    /** Whether golden files are written instead of compared. */
    public static boolean isWritten() {
        return Boolean.getBoolean("falconer.golden");
    }

    /** What {@code file} holds. */
    public static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@code actual} is what {@code file} holds. */
    public static void check(Path file, String actual) throws IOException {
        if (isWritten()) {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, actual);
        }
        assertThat(actual).isEqualTo(Files.readString(file));
    }

    /** A folder and the folders in it hold these files and no others. Names are relative to the folder. */
    public static void holdsOnly(Path folder, Set<String> files) throws IOException {
        holdsOnly(folder, files, isWritten());
    }

    static void holdsOnly(Path folder, Set<String> files, boolean written) throws IOException {
        Set<String> found = files(folder);
        if (written) {
            for (String file : found) {
                if (!files.contains(file)) {
                    Files.delete(folder.resolve(file));
                }
            }
            found.retainAll(files);
        }
        assertThat(found).containsExactlyInAnyOrderElementsOf(files);
    }

    /**
     * Compares the output for each {@code .yaml} file of a folder with the {@code .txt} file next to it.
     *
     * @param output the output for the text of a file
     */
    public static Stream<DynamicTest> pairs(Path folder, Function<String, String> output) throws IOException {
        List<String> inputs =
                files(folder).stream().filter(file -> file.endsWith(".yaml")).toList();
        Stream<DynamicTest> compared = inputs.stream()
                .map(input -> dynamicTest(
                        input,
                        () -> check(
                                folder.resolve(outputFile(input)),
                                output.apply(Files.readString(folder.resolve(input))))));
        Set<String> all = inputs.stream()
                .flatMap(input -> Stream.of(input, outputFile(input)))
                .collect(Collectors.toSet());
        return Stream.concat(compared, Stream.of(dynamicTest("no other files", () -> holdsOnly(folder, all))));
    }

    private static String outputFile(String input) {
        return input.replace(".yaml", ".txt");
    }

    private static Set<String> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString())
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }
}
