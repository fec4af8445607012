package io.falconer.bench;

import io.falconer.engine.Engine;
import io.falconer.ruleset.RuleSet;
import io.falconer.text.SourceFile;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Compares a replay with Jackson's tokenizer alone, and rule sets with each other: {@code ReplayRatio FILE RULES...}, where
 * each RULES is one rule set, of files with the path separator between them. {@code -Drounds=N} sets the number of rounds.
 */
final class ReplayRatio {
    private static final int WARM_UP = 3;

    /** A rule set under measurement. */
    private record Runner(int rules, Engine engine, Rounds rounds) {}

    private final Path file;
    private final List<Runner> runners;
    private final int threads = Runtime.getRuntime().availableProcessors();
    private final Rounds tokenizer = new Rounds();

    private ReplayRatio(Path file, List<Runner> runners) {
        this.file = file;
        this.runners = runners;
    }

    public static void main(String[] arguments) throws IOException {
        List<Runner> runners = new ArrayList<>();
        for (String set : List.of(arguments).subList(1, arguments.length)) {
            List<SourceFile> files = new ArrayList<>();
            for (String name : set.split(File.pathSeparator)) {
                files.add(SourceFile.of(name, Files.readString(Path.of(name))));
            }
            RuleSet rules = Workload.load(files.toArray(SourceFile[]::new));
            runners.add(new Runner(rules.rules().size(), Workload.engine(rules), new Rounds()));
        }
        new ReplayRatio(Path.of(arguments[0]), runners).run(Integer.getInteger("rounds", 7));
    }

    private void run(int rounds) throws IOException {
        Tokenizer jackson = new Tokenizer();
        List<Replay.Count> counts = new ArrayList<>();
        for (int round = -WARM_UP; round < rounds; round++) {
            counts.clear();
            long start = System.nanoTime();
            jackson.tokens(file, threads);
            long end = System.nanoTime();
            if (round >= 0) {
                tokenizer.add(end - start);
            }
            for (Runner runner : runners) {
                start = System.nanoTime();
                counts.add(Replay.current().of(file, runner.engine, threads));
                end = System.nanoTime();
                if (round >= 0) {
                    runner.rounds.add(end - start);
                }
            }
        }
        print(rounds, counts);
    }

    private void print(int rounds, List<Replay.Count> counts) throws IOException {
        long bytes = Files.size(file);
        long events = counts.getFirst().events();
        System.out.printf(
                Locale.ROOT,
                "%,d events, %.0f MB; %d threads; medians of %d rounds after %d for warming up%n%n",
                events,
                bytes / 1e6,
                threads,
                rounds,
                WARM_UP);
        System.out.printf("%-28s %12s %8s %10s%n", "", "events/s", "MB/s", "alerts");
        System.out.println(tokenizer.row("Jackson's tokenizer alone", events, bytes));
        for (int i = 0; i < runners.size(); i++) {
            Runner runner = runners.get(i);
            System.out.printf(
                    Locale.ROOT,
                    "%s %,10d%n",
                    runner.rounds.row("Falconer, " + runner.rules + " rules", events, bytes),
                    counts.get(i).alerts());
        }
        System.out.println();
        Runner first = runners.getFirst();
        System.out.println(
                "speed, Falconer with " + first.rules + " rules : tokenizer   " + first.rounds.speedRatioTo(tokenizer));
        for (Runner other : runners.subList(1, runners.size())) {
            System.out.println("time, " + other.rules + " rules : " + first.rules + " rules   "
                    + other.rounds.ratioTo(first.rounds));
        }
    }
}
