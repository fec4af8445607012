package io.falconer.lint;

import static org.assertj.core.api.Assertions.assertThat;

import io.falconer.Golden;
import io.falconer.ruleset.Emulation;
import io.falconer.ruleset.LoadedFile;
import io.falconer.ruleset.RuleLoader;
import io.falconer.text.Snippet;
import io.falconer.text.SourceFile;
import io.falconer.text.Style;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Files with what is found in them: {@code src/test/golden/lint}. A case is a line {@code #### name}, the file, more files
 * after {@code #### and then}, and the findings after {@code #### gives}; those of a first file called {@code base} stay out.
 * With {@code -Dfalconer.golden=true} the findings are written again, to be read before they are committed.
 */
class FindingsGoldenTest {
    private static final Path GOLDEN = Path.of("src/test/golden/lint");
    private static final Pattern CASE = Pattern.compile("(?m)^(?=#### (?!and then$|gives$))");

    @TestFactory
    Stream<DynamicTest> findings() throws IOException {
        try (Stream<Path> files = Files.list(GOLDEN)) {
            return files.sorted().toList().stream().flatMap(FindingsGoldenTest::cases);
        }
    }

    private static Stream<DynamicTest> cases(Path file) {
        return CASE.splitAsStream(Golden.read(file))
                .filter(block -> !block.isEmpty())
                .map(block -> {
                    String name = block.substring("#### ".length(), block.indexOf('\n'));
                    return DynamicTest.dynamicTest(file.getFileName() + ": " + name, () -> check(file, block));
                });
    }

    private static void check(Path file, String block) throws IOException {
        int gives = block.indexOf("#### gives\n");
        String input = gives < 0 ? block : block.substring(0, gives);
        String[] files = input.substring(input.indexOf('\n') + 1).split("#### and then\n", -1);
        boolean hasBase = input.startsWith("#### base");
        String now = input + "#### gives\n" + shown(List.of(files), hasBase) + "\n";
        if (Golden.isWritten()) {
            Files.writeString(file, Golden.read(file).replace(block, now));
        }
        assertThat(now).isEqualTo(Golden.isWritten() ? now : block);
    }

    private static String shown(List<String> files, boolean hasBase) {
        RuleLoader loader = new RuleLoader(Emulation.DEFAULT);
        IntStream.range(0, files.size())
                .forEach(i -> assertThat(loader.load(SourceFile.of((i + 1) + ".yaml", files.get(i)))
                                .errors())
                        .isEmpty());
        List<SourceFile> base = loader.loaded().files().stream()
                .limit(hasBase ? 1 : 0)
                .map(LoadedFile::source)
                .toList();
        return Findings.of(loader.loaded(), base::contains).stream()
                .map(finding -> Snippet.of(finding, Style.PLAIN))
                .collect(Collectors.joining());
    }
}
