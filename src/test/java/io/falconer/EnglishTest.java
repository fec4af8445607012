package io.falconer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Keeps words out that a technical writer would not use: see "How we write" in CONTRIBUTING.md. */
class EnglishTest {
    private static final List<String> PLACES = List.of(
            "src/main",
            "src/test",
            "bench",
            "rule-templates",
            "docs",
            "man",
            "completion",
            "README.md",
            "CONTRIBUTING.md",
            "CHANGELOG.md",
            "action.yml",
            "falconer",
            "mvnw");

    /** What to write instead, by the pattern of what not to write. */
    private static final Map<Pattern, String> UNWANTED = unwanted();

    /** In Java, only comments and literals are English. */
    private static final Pattern ENGLISH =
            Pattern.compile("//[^\\n]*|/\\*.*?\\*/|\"\"\".*?\"\"\"|\"(?:[^\"\\\\\\n]|\\\\.)*\"", Pattern.DOTALL);

    @Test
    void theWordsArePlain() throws IOException {
        List<String> found = new ArrayList<>();
        for (Path file : files()) {
            String[] lines = english(file).split("\n", -1);
            for (int i = 0; i < lines.length; i++) {
                for (String problem : problems(lines[i].strip())) { // most lines of Java files are only blanks now
                    found.add(file + ":" + (i + 1) + ": " + problem);
                }
            }
        }
        assertThat(found).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "how to mend it                        | fix",
                "the gravest first                     | severe",
                "written anew                          | again",
                "what the grammar demands              | require",
                "dropped without a word                | silently",
                "the errors are told                   | report, show, print or distinguish",
                "\"a\" is no date                      | is not a",
                "a bracket is no token                 | is not a",
                "closed, for it is not needed          | because",
                "the blank behind it                   | after",
                "the file beside it                    | next to",
                "whoever reads it                      | who does what, or the passive voice",
                "the text goes on                      | continue",
                "they wake one another                 | each other",
                "a clause can never be false           | a plain sentence",
            })
    void theseAreNot(String line, String instead) {
        assertThat(problems(line)).singleElement().asString().endsWith(": write " + instead);
    }

    private static List<String> problems(String line) {
        List<String> problems = new ArrayList<>();
        UNWANTED.forEach((pattern, instead) -> {
            Matcher matcher = pattern.matcher(line);
            if (matcher.find()) {
                problems.add("\"" + matcher.group() + "\": write " + instead);
            }
        });
        return problems;
    }

    /** The text of the file. In a Java file, everything that is not English becomes blanks, so that lines keep their numbers. */
    private static String english(Path file) throws IOException {
        String text = Files.readString(file);
        if (!file.toString().endsWith(".java")) {
            return text;
        }
        StringBuilder english = new StringBuilder(text.replaceAll("[^\\n]", " "));
        Matcher matcher = ENGLISH.matcher(text);
        while (matcher.find()) {
            english.replace(matcher.start(), matcher.end(), matcher.group());
        }
        return english.toString();
    }

    private static List<Path> files() throws IOException {
        List<Path> files = new ArrayList<>();
        for (String place : PLACES) {
            try (Stream<Path> found = Files.walk(Path.of(place))) {
                found.filter(Files::isRegularFile)
                        .filter(file -> !file.endsWith("EnglishTest.java") && !file.startsWith("src/test/fuzz"))
                        .sorted()
                        .forEach(files::add);
            }
        }
        return files;
    }

    private static Map<Pattern, String> unwanted() {
        Map<Pattern, String> unwanted = new LinkedHashMap<>();
        unwanted.put(word("mend(s|ed|ing)?"), "fix");
        unwanted.put(word("grave(r|st|ly)?"), "severe");
        unwanted.put(word("anew"), "again");
        unwanted.put(word("(?<!on )demand(s|ed|ing)?"), "require"); // "on demand" is a fixed term
        unwanted.put(word("without a word"), "silently");
        unwanted.put(word("tells?|told|telling"), "report, show, print or distinguish");
        unwanted.put(
                Pattern.compile(
                        "\" is no [a-z]|(?<!there )\\bis no (number|path|date|tag|key|port|name|token|mapping|list|text|file|YAML|JSON)\\b"),
                "is not a");
        unwanted.put(Pattern.compile(", for (it|they|most|to [a-z]+) (is|are|would|must|longer|takes)\\b"), "because");
        unwanted.put(word("behind"), "after");
        unwanted.put(word("beside"), "next to");
        unwanted.put(word("(nobody|anybody|whoever|whomever|whosoever)"), "who does what, or the passive voice");
        unwanted.put(word("(goes|go|went) on(?! to)"), "continue");
        unwanted.put(word("one another"), "each other");
        unwanted.put(
                word("can never be false|say what to do|not as it should be|thereby|as it were|to speak of"),
                "a plain sentence");
        unwanted.put(word("sic"), "what is unusual");
        return unwanted;
    }

    private static Pattern word(String words) {
        return Pattern.compile("\\b(" + words + ")\\b", Pattern.CASE_INSENSITIVE);
    }
}
