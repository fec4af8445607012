package io.falconer.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every input holds for those that once broke it, and for those that the fuzzer starts from. */
@Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class RegressionInputsTest {
    /** How many seeds of each target are checked. */
    private static final int SEEDS = 4;

    @TestFactory
    Stream<DynamicTest> inputsThatBrokeSomething() throws IOException {
        return files(FuzzTargets.FOLDER)
                .map(file -> dynamicTest(file.toString(), file.toUri(), () -> {
                    String target =
                            FuzzTargets.FOLDER.relativize(file).getName(0).toString();
                    ProcessorTime.check(FuzzTargets.named(target), Files.readAllBytes(file));
                }));
    }

    static List<FuzzTarget> targets() {
        return FuzzTargets.ALL;
    }

    @ParameterizedTest
    @MethodSource("targets")
    void seeds(FuzzTarget target) throws Exception {
        List<byte[]> seeds = target.seeds();
        assertThat(seeds).hasSizeGreaterThan(10);
        Random random = new Random(1);
        for (int i = 0; i < SEEDS; i++) {
            ProcessorTime.check(target, seeds.get(random.nextInt(seeds.size())));
        }
    }

    private static Stream<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList().stream();
        }
    }
}
