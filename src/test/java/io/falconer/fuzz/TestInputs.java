package io.falconer.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The inputs of the tests: fixtures, golden files and their parts, and the text blocks in the sources of the tests. */
final class TestInputs {
    /** The fuzzer is faster with short inputs. */
    private static final int LONGEST = 8 << 10;

    private static final List<String> FOLDERS =
            List.of("fixtures", "rule-templates", "src/test/golden", "src/test/corpus");

    private static final Pattern TEXT_BLOCK = Pattern.compile("\"\"\"\\n(.*?)\"\"\"", Pattern.DOTALL);

    /** The lines between the parts of golden files. */
    private static final Pattern HEADING = Pattern.compile("(?m)^#.*\\n");

    private static final Pattern RULES = Pattern.compile("(?m)^\\s*- (?:\\{ ?)?\"?(?:rule|macro|list)\"?:");

    private static final List<Text> ALL = all();

    private TestInputs() {}

    static List<byte[]> rules() {
        return bytes(text -> RULES.matcher(text).find());
    }

    /** Documents with this {@code kind}. */
    static List<byte[]> ofKind(String kind) {
        return bytes(text -> text.contains("kind: " + kind));
    }

    static List<byte[]> manifests() {
        return bytes(text -> text.contains("apiVersion: ") && !text.contains("apiVersion: falconer"));
    }

    static List<byte[]> events() {
        return bytes(text -> text.startsWith("{") || text.startsWith("["));
    }

    /** The lines of the tables in a test, with their cells. */
    static List<List<String>> rows(String test, char delimiter) {
        return ALL.stream()
                .filter(text -> text.path().endsWith(test + ".java"))
                .flatMap(text -> text.content().lines())
                .map(line -> Arrays.stream(line.split(Pattern.quote(String.valueOf(delimiter)), -1))
                        .map(cell -> cell.strip().replace("\\\\", "\\"))
                        .toList())
                .filter(cells -> cells.size() > 1)
                .toList();
    }

    private record Text(Path path, String content) {}

    private static List<byte[]> bytes(Predicate<String> wanted) {
        Set<String> all = new LinkedHashSet<>();
        ALL.stream()
                .map(Text::content)
                .filter(text -> text.length() <= LONGEST && wanted.test(text))
                .forEach(all::add);
        return all.stream().map(text -> text.getBytes(UTF_8)).toList();
    }

    private static List<Text> all() {
        return Stream.concat(
                        FOLDERS.stream()
                                .flatMap(folder -> files(Path.of(folder)))
                                .flatMap(file -> Stream.concat(
                                        Stream.of(file),
                                        HEADING.splitAsStream(file.content())
                                                .map(part -> new Text(file.path(), part)))),
                        files(Path.of("src/test/java")).flatMap(file -> TEXT_BLOCK
                                .matcher(file.content())
                                .results()
                                .map(block ->
                                        new Text(file.path(), block.group(1).stripIndent()))))
                .toList();
    }

    private static Stream<Text> files(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files
                    .filter(Files::isRegularFile)
                    .sorted()
                    .map(file -> new Text(file, read(file)))
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
