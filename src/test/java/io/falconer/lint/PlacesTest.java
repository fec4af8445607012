package io.falconer.lint;

import static org.assertj.core.api.Assertions.assertThat;

import io.falconer.ruleset.Emulation;
import io.falconer.ruleset.LoadIssue;
import io.falconer.ruleset.LoadResult;
import io.falconer.ruleset.RuleLoader;
import io.falconer.text.Diagnostic;
import io.falconer.text.Location;
import io.falconer.text.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What is wrong in rules is underlined itself, wherever its text went through; the cases say how to read them. */
class PlacesTest {
    private static final Path CASES = Path.of("src/test/golden/places");

    /** A place as a case marks it. */
    private record Marked(String file, int start, int end) {}

    private record Case(String title, Optional<String> code, List<SourceFile> files, Marked marked, List<String> way) {}

    @TestFactory
    Stream<DynamicTest> theCulpritIsUnderlined() throws IOException {
        return cases().stream().map(each -> DynamicTest.dynamicTest(each.title(), () -> check(each)));
    }

    @Test
    void thereAreEnoughCases() throws IOException {
        assertThat(cases()).hasSizeGreaterThanOrEqualTo(60);
    }

    private static void check(Case each) {
        Diagnostic found = found(each);
        Location place = found.location().orElseThrow();
        Marked marked = each.marked();
        SourceFile file = each.files().stream()
                .filter(source -> source.name().equals(marked.file()))
                .findFirst()
                .orElseThrow();
        assertThat(place.source().name() + ": "
                        + underlined(
                                place.source(),
                                place.span().start(),
                                place.span().end()))
                .as(found.message())
                .isEqualTo(marked.file() + ": " + underlined(file, marked.start(), marked.end()));
        assertThat(found.way().reversed())
                .extracting(step -> "in " + step.kind().word() + " \"" + step.name() + "\", " + step.location())
                .isEqualTo(each.way());
    }

    private static String underlined(SourceFile file, int start, int end) {
        String text = file.text();
        return text.substring(0, start) + "«" + text.substring(start, end) + "»" + text.substring(end);
    }

    private static Diagnostic found(Case each) {
        RuleLoader loader = new RuleLoader(Emulation.DEFAULT);
        List<Diagnostic> all = new ArrayList<>();
        List<LoadIssue> warnings = new ArrayList<>();
        for (SourceFile file : each.files()) {
            LoadResult result = loader.load(file);
            result.errors().stream().map(LoadIssue::diagnostic).forEach(all::add);
            warnings.addAll(result.warnings());
        }
        all.addAll(Findings.of(loader.loaded()));
        warnings.stream().map(LoadIssue::diagnostic).forEach(all::add);
        return all.stream()
                .filter(found -> each.code().isEmpty() || each.code().get().equals(found.code()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("nothing is reported"));
    }

    private static List<Case> cases() throws IOException {
        List<Case> cases = new ArrayList<>();
        try (Stream<Path> files = Files.list(CASES)) {
            for (Path file :
                    files.filter(f -> f.toString().endsWith(".txt")).sorted().toList()) {
                for (String text : Files.readString(file).split("(?m)^## ")) {
                    if (!text.isEmpty()) {
                        cases.add(read(text));
                    }
                }
            }
        }
        return cases;
    }

    private static Case read(String text) {
        List<String> lines = text.lines().toList();
        Optional<String> code = Optional.empty();
        String lineEnd = "\n";
        List<String> way = new ArrayList<>();
        List<String> names = new ArrayList<>();
        List<StringBuilder> texts = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            if (line.startsWith("code ")) {
                code = Optional.of(line.substring("code ".length()));
            } else if (line.equals("crlf")) {
                lineEnd = "\r\n";
            } else if (line.matches("\\w+\\.yaml:")) {
                names.add(line.substring(0, line.length() - 1));
                texts.add(new StringBuilder());
            } else if (line.startsWith("in ")) {
                way.add(line);
            } else {
                texts.getLast().append(line).append(lineEnd);
            }
        }
        List<SourceFile> files = new ArrayList<>();
        List<Marked> marked = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            String content = texts.get(i).toString().stripTrailing() + lineEnd;
            int start = content.indexOf('«');
            if (start >= 0) {
                marked.add(new Marked(names.get(i), start, content.indexOf('»') - 1));
            }
            files.add(SourceFile.of(names.get(i), content.replaceAll("[«»]", "")));
        }
        assertThat(marked).as(lines.getFirst()).hasSize(1);
        return new Case(lines.getFirst(), code, files, marked.getFirst(), way);
    }
}
