package io.falconer.bench;

import io.falconer.field.RegexTree;
import io.falconer.language.Automaton;
import io.falconer.language.Intersection;
import io.falconer.language.RegexAutomata;
import io.falconer.language.Texts;
import io.falconer.language.TooLarge;
import io.falconer.logic.Answer;
import io.falconer.logic.Budget;
import io.falconer.logic.Solver;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** What the solver and the automata take: prints the processor time of each, the best of five rounds. */
public final class SolverSpeed {
    /** The regular expressions of the generated rules that take longest. */
    private static final List<String> REGEXES = List.of(
            "[^@]+@(sha256:[0-9a-f]{64}|sha384:[0-9a-f]{96}|sha512:[0-9a-f]{128})",
            ".*\"name\":\"default\"(,\"(apiGroup|namespace)\":(\"[^\"]*\"|null))*,\"kind\":\"ServiceAccount\"[,}].*",
            ".*[{,]\"container\\.apparmor\\.security\\.beta\\.kubernetes\\.io/[^\"]*\":\"r([^u].*|u([^n].*|n([^t].*|t([^i].*"
                    + "|i([^m].*|m([^e].*|e([^/].*|/([^d].*|d([^e].*|e([^f].*|f([^a].*|a([^u].*|u([^l].*|l([^t].*"
                    + "|t[^\"].*))))))))))))))",
            "((index\\.)?docker\\.io/)?(library/)?nginx([:@][^/]*)?");

    @FunctionalInterface
    private interface Work {
        int run() throws TooLarge;
    }

    private SolverSpeed() {}

    public static void main(String[] args) throws TooLarge {
        measure("50 random 3-SAT, 150 variables, ratio 4.26", 50, () -> random(50, 150, 639));
        measure("10,000 random 3-SAT, 20 variables, 60 clauses", 10_000, () -> random(10_000, 20, 60));
        measure("10,000 solvers with 100 variables", 10_000, SolverSpeed::setUp);
        measure("six contains, one text", 1, () -> contains(" netcat socat ncat bash perl python"));
        measure(
                "six contains, but not four others: no text",
                1,
                () -> contains(" netcat socat ncat bash perl python ! nc sh l t"));
        for (String regex : REGEXES) {
            RegexTree tree = RegexTree.parse(regex).orElseThrow();
            measure(regex.substring(0, Math.min(40, regex.length())), 1, () -> RegexAutomata.of(tree)
                    .states());
        }
    }

    private static void measure(String what, int parts, Work work) throws TooLarge {
        long best = Long.MAX_VALUE;
        int result = 0;
        for (int round = 0; round < (parts == 1 ? 200 : 5); round++) {
            long start = cpuTime();
            result = work.run();
            best = Math.min(best, cpuTime() - start);
        }
        System.out.printf("%-50s %10.2f us each (%d)%n", what, best / 1e3 / parts, result);
    }

    private static long cpuTime() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    /** How many of these random formulas can be true. */
    private static int random(int formulas, int variables, int clauses) {
        Random random = new Random(1);
        int satisfiable = 0;
        for (int i = 0; i < formulas; i++) {
            Solver solver = new Solver();
            for (int j = 0; j < variables; j++) {
                solver.newVariable();
            }
            for (int j = 0; j < clauses; j++) {
                solver.addClause(random.ints(1, variables + 1)
                        .distinct()
                        .limit(3)
                        .map(variable -> random.nextBoolean() ? variable : -variable)
                        .toArray());
            }
            satisfiable += solver.solve(Budget.unlimited()) instanceof Answer.Satisfiable ? 1 : 0;
        }
        return satisfiable;
    }

    private static int setUp() {
        int made = 0;
        for (int i = 0; i < 10_000; i++) {
            Solver solver = new Solver();
            for (int j = 0; j < 100; j++) {
                made = solver.newVariable();
            }
        }
        return made;
    }

    /** The length of a text that contains all these words, and nnone of those after an exclamation mark, -1 without one. */
    private static int contains(String words) throws TooLarge {
        List<Intersection.Part> parts = new ArrayList<>();
        boolean inside = true;
        for (String word : words.strip().split(" ")) {
            if (word.equals("!")) {
                inside = false;
            } else {
                Automaton language = Texts.containing(List.of(word));
                parts.add(new Intersection.Part(language, inside));
            }
        }
        return Intersection.find(parts, List.of(), 1_000_000) instanceof Intersection.Found(String text)
                ? text.length()
                : -1;
    }
}
