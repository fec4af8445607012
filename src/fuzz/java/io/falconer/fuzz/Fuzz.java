package io.falconer.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Fuzzes one target after the other with Jazzer, each in a process of its own. An input that breaks something is written to the
 * regression inputs of its target.
 */
public final class Fuzz {
    private static final Path WORK = Path.of("target/fuzz");
    private static final Pattern WORD =
            Pattern.compile("[A-Za-z][A-Za-z0-9_.]{2,20}|[=!<>]=|---|: \\||\\\\x[0-9a-f]{2}");
    private static final int MOST_WORDS = 400;

    private Fuzz() {}

    /**
     * Fails if an input breaks something.
     *
     * @param arguments the seconds for each target, and the names of the targets, separated by commas, or {@code all}
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        int seconds = Integer.parseInt(arguments[0]);
        List<String> broken = new ArrayList<>();
        for (FuzzTarget target : targets(arguments[1])) {
            System.out.println("fuzz: " + target.name() + ", " + seconds + " s, log in " + log(target));
            if (run(target, seconds) != 0) {
                broken.add(target.name());
            }
            System.out.println("fuzz: " + target.name() + ": " + lastLine(target));
        }
        if (!broken.isEmpty()) {
            System.out.println(
                    "fuzz: FAILED: " + broken + "; see " + WORK + "/*.log, and the new files in " + FuzzTargets.FOLDER);
            System.exit(1);
        }
    }

    private static List<FuzzTarget> targets(String names) {
        return names.equals("all")
                ? FuzzTargets.ALL
                : Stream.of(names.split(",", -1)).map(FuzzTargets::named).toList();
    }

    private static int run(FuzzTarget target, int seconds) throws IOException, InterruptedException {
        Path seeds = fresh(WORK.resolve("seeds").resolve(target.name()));
        List<byte[]> inputs = target.seeds();
        for (int i = 0; i < inputs.size(); i++) {
            Files.write(seeds.resolve(Integer.toString(i)), inputs.get(i));
        }
        Path words = WORK.resolve(target.name() + ".dict");
        Files.write(words, dictionary(inputs));
        Path corpus = Files.createDirectories(WORK.resolve("corpus").resolve(target.name()));
        Files.createDirectories(target.folder());
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1500m",
                "-Xss1m", // as users have it
                "-XX:+UseSerialGC",
                "-XX:+EnableDynamicAgentLoading",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                "com.code_intelligence.jazzer.Jazzer",
                "--target_class=" + FuzzEntry.class.getName(),
                "--target_args=" + target.name(),
                "--instrumentation_includes=io.falconer.**:org.yaml.snakeyaml.**", // larger frames would overflow RE2/J
                "--instrumentation_excludes=io.falconer.fuzz.**",
                "--custom_hook_includes=io.falconer.**",
                "--reproducer_path=" + WORK,
                "-artifact_prefix=" + target.folder() + "/",
                "-dict=" + words,
                "-max_len=" + target.longest(),
                "-max_total_time=" + seconds,
                "-timeout=60",
                "-report_slow_units=60", // the machine may be busy; what an input costs is checked
                "-rss_limit_mb=3000",
                "-print_final_stats=1",
                corpus.toString(),
                seeds.toString(),
                target.folder().toString()));
        if (Runtime.version().feature() >= 24) {
            command.add(1, "--sun-misc-unsafe-memory-access=allow"); // otherwise these JDKs warn of Jazzer
        }
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log(target).toFile())
                .start()
                .waitFor();
    }

    private static Path log(FuzzTarget target) {
        return WORK.resolve(target.name() + ".log");
    }

    private static String lastLine(FuzzTarget target) throws IOException {
        try (Stream<String> lines = Files.lines(log(target), ISO_8859_1)) {
            return lines.filter(line -> line.startsWith("Done ")
                            || line.startsWith("== Java Exception")
                            || line.startsWith("SUMMARY")
                            || line.contains("Exception:")
                            || line.contains("Error:"))
                    .reduce((first, last) -> last)
                    .orElse("no result");
        }
    }

    /** The words that the seeds use most. */
    private static List<String> dictionary(List<byte[]> inputs) {
        return inputs.stream()
                .flatMap(input -> WORD.matcher(new String(input, ISO_8859_1))
                        .results()
                        .map(MatchResult::group)
                        .distinct())
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()))
                .entrySet()
                .stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .limit(MOST_WORDS)
                .map(word -> "\"" + word.getKey().replace("\\", "\\\\") + "\"")
                .toList();
    }

    private static Path fresh(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
        return Files.createDirectories(folder);
    }
}
