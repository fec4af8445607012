package io.falconer.field;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The path components that are globs. Only globs that start like the value's component are tried. */
final class PathGlobs {
    private final SliceTable<List<Branch>> byBeginning;
    private final int[] lengths;

    /** A glob and the paths that continue after it. */
    private record Branch(Glob glob, PathNode rest) {}

    PathGlobs(Map<String, PathNode> globs) {
        Map<String, List<Branch>> beginnings = new HashMap<>();
        TreeSet<Integer> found = new TreeSet<>();
        globs.forEach((pattern, rest) -> {
            String beginning = beginning(pattern);
            found.add(beginning.length());
            beginnings.computeIfAbsent(beginning, b -> new ArrayList<>()).add(new Branch(Glob.ofOctets(pattern), rest));
        });
        this.byBeginning = new SliceTable<>(beginnings);
        this.lengths = found.stream().mapToInt(Integer::intValue).toArray();
    }

    /** The literal text before the first octet that may not be literal. */
    private static String beginning(String pattern) {
        int end = 0;
        while (end < pattern.length() && "?*[\\".indexOf(pattern.charAt(end)) < 0) {
            end++;
        }
        return pattern.substring(0, end);
    }

    /** Whether a glob matches the component from {@code start} to {@code end} and a path after it matches what follows. */
    boolean match(String octets, int start, int end) {
        for (int length : lengths) {
            if (length > end - start) {
                return false;
            }
            @Nullable List<Branch> branches = byBeginning.find(octets, start, start + length);
            if (branches != null && match(branches, octets, start, end)) {
                return true;
            }
        }
        return false;
    }

    private static boolean match(List<Branch> branches, String octets, int start, int end) {
        for (int i = 0; i < branches.size(); i++) {
            Branch branch = branches.get(i);
            if (branch.glob.matches(octets, start, end) && branch.rest.matches(octets, end)) {
                return true;
            }
        }
        return false;
    }
}
