package io.falconer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The comments of the code and {@code docs/falco.md}, which they cite by section, agree. */
class FalcoPageTest {
    private static final Path PAGE = Path.of("docs/falco.md");
    private static final Path EXAMPLES = Path.of("src/test/golden/micro-examples");

    private static final Pattern HEADING = Pattern.compile("(?m)^#+ (\\d+(?:\\.\\d+)?) ");
    private static final Pattern NUMBER = Pattern.compile("\\d+(?:\\.\\d+)*");

    /** One section or several, and the standard that they belong to, if it is not the page. */
    private static final Pattern CITATION = Pattern.compile(
            "((?:RFC \\d+|SARIF [\\d.]+), )?\\b[Ss]ections? (\\d[\\d.]*(?:(?:,| to| and) \\d[\\d.]*)*)");

    private static final Pattern ROW = Pattern.compile("(?m)^\\| (\\d+) \\|([^|]*)\\|[^|]*\\| ([^|]*) \\|[^|]*\\|$");

    /** What every file once cited; split so that this file does not. */
    private static final List<String> ELSEWHERE = List.of("semantics" + " page", "../shared" + "/reference");

    @Test
    void everySectionThatIsCitedIsOnThePage() throws IOException {
        Map<String, Set<Path>> cited = new TreeMap<>();
        for (Path file : files(".java", ".md")) {
            for (String section : cited(Files.readString(file))) {
                cited.computeIfAbsent(section, none -> new TreeSet<>()).add(file);
            }
        }
        assertThat(cited).hasSizeGreaterThan(40);
        cited.keySet().removeAll(headings());
        assertThat(cited).as("sections that the page lacks").isEmpty();
    }

    @Test
    void citationsAreFound() {
        assertThat(
                        cited(
                                "/** By sections 1.1 to 1.3, 2 and (section\n * 12.4). See RFC 6902, section 4, section 3.4. */"))
                .containsExactly("1.1", "1.3", "12.4", "2", "3.4");
    }

    @Test
    void nothingCitesADescriptionThatIsNotHere() throws IOException {
        List<Path> citing = new ArrayList<>();
        for (Path file : files("")) {
            String text = Files.readString(file, StandardCharsets.ISO_8859_1).replaceAll("\\s+(?:\\* )?", " ");
            if (ELSEWHERE.stream().anyMatch(text::contains)) {
                citing.add(file);
            }
        }
        assertThat(citing).isEmpty();
    }

    @Test
    void theSmallExamplesAreThoseThatAreRun() throws IOException {
        Map<Integer, MatchResult> rows = ROW.matcher(Files.readString(PAGE))
                .results()
                .collect(Collectors.toMap(row -> Integer.valueOf(row.group(1)), row -> row));
        Map<Integer, List<JsonNode>> examples = new TreeMap<>();
        for (String file : List.of("conditions.jsonl", "rules.jsonl")) {
            for (String line : Files.readAllLines(EXAMPLES.resolve(file))) {
                JsonNode example = new ObjectMapper().readTree(line);
                examples.computeIfAbsent(example.get("row").intValue(), none -> new ArrayList<>())
                        .add(example);
            }
        }
        assertThat(rows.keySet()).isEqualTo(examples.keySet());
        examples.forEach(
                (row, same) -> assertThat(same).as("row " + row).anyMatch(example -> shows(rows.get(row), example)));
    }

    /** Whether a row shows the condition and its result; examples with their own rules are described in words. */
    private static boolean shows(MatchResult row, JsonNode example) {
        String condition = example.path("condition").asText();
        boolean isShown = condition.length() > 200 || row.group(2).contains(condition);
        String result = example.has("error") ? "error" : example.path("holds").asBoolean() ? "holds" : "does not hold";
        return example.has("rules")
                || example.has("text")
                || (isShown && row.group(3).equals(result));
    }

    private static Set<String> headings() throws IOException {
        return HEADING.matcher(Files.readString(PAGE))
                .results()
                .map(heading -> heading.group(1))
                .collect(Collectors.toSet());
    }

    private static Set<String> cited(String text) {
        Set<String> sections = new TreeSet<>();
        Matcher citation = CITATION.matcher(text.replaceAll("\\s+(?:(?:\\*|//) )?", " "));
        while (citation.find()) {
            if (citation.group(1) == null) {
                NUMBER.matcher(citation.group(2))
                        .results()
                        .map(MatchResult::group)
                        .forEach(sections::add);
            }
        }
        return sections;
    }

    /** The files of the project whose names end in one of {@code endings}, and CONTRIBUTING.md. */
    private static List<Path> files(String... endings) throws IOException {
        List<Path> files = new ArrayList<>(List.of(Path.of("CONTRIBUTING.md")));
        for (String root : List.of("src", "docs", "bench")) {
            try (Stream<Path> all = Files.walk(Path.of(root))) {
                all.filter(Files::isRegularFile)
                        .filter(file -> Stream.of(endings).anyMatch(file.toString()::endsWith))
                        .forEach(files::add);
            }
        }
        return files;
    }
}
