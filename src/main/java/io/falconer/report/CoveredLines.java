package io.falconer.report;

import io.falconer.coverage.Obligation;
import io.falconer.coverage.RulePart;
import io.falconer.suite.Coverage;
import io.falconer.suite.RuleCoverage;
import io.falconer.text.Location;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Coverage as reports for programs know it: a rule is a function, what has to be shown of a part is a branch at the part's line,
 * and a line is covered if a test shows a part of it, or fires the rule that starts there.
 *
 * @param rules the rules that start in the file
 * @param branches all branches in the file; those of one part have the same block
 * @param lines the number of tests that cover a line, by its number
 */
record CoveredLines(List<Function> rules, List<Branch> branches, SortedMap<Integer, Integer> lines) {
    /** A rule, and the number of tests that fire it. */
    record Function(String name, int line, int tests) {}

    /**
     * An obligation.
     *
     * @param block the number of the part in the file
     * @param index 0 if the part has to be true with effect, 1 if it has to be false
     */
    record Branch(int line, int block, int index, int tests) {}

    /** The lines of each file, by its name. */
    static SortedMap<String, CoveredLines> of(Coverage coverage) {
        SortedMap<String, CoveredLines> files = new TreeMap<>();
        for (RuleCoverage rule : coverage.parts()) {
            int start = rule.rule().location().start().line();
            CoveredLines own = in(files, rule.rule().location());
            own.rules().add(new Function(rule.rule().name(), start, rule.fired()));
            own.hit(start, rule.fired());
            Map<RulePart, Integer> blocks = new HashMap<>();
            for (RuleCoverage.Count count : rule.counts()) {
                Obligation obligation = count.obligation();
                Location place = obligation.part().place();
                CoveredLines there = in(files, place);
                int line = place.start().line();
                int block = blocks.computeIfAbsent(obligation.part(), part -> there.next());
                there.branches().add(new Branch(line, block, obligation.truth() ? 0 : 1, count.tests()));
                there.hit(line, count.tests());
            }
        }
        return files;
    }

    /** How many of the lines are covered. */
    long covered() {
        return lines.values().stream().filter(tests -> tests > 0).count();
    }

    /** How many of the branches are taken. */
    long taken() {
        return branches.stream().filter(branch -> branch.tests() > 0).count();
    }

    /** The branches at a line. */
    List<Branch> at(int line) {
        return branches.stream().filter(branch -> branch.line() == line).toList();
    }

    private static CoveredLines in(SortedMap<String, CoveredLines> files, Location place) {
        return files.computeIfAbsent(
                place.source().name(), file -> new CoveredLines(new ArrayList<>(), new ArrayList<>(), new TreeMap<>()));
    }

    private int next() {
        return branches.stream().mapToInt(Branch::block).max().orElse(-1) + 1;
    }

    private void hit(int line, int tests) {
        lines.merge(line, tests, Math::max);
    }
}
