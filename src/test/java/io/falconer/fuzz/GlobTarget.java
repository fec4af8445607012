package io.falconer.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.falconer.field.Glob;
import io.falconer.field.PathPrefixes;
import io.falconer.language.Globs;
import io.falconer.language.Paths;
import java.util.List;
import java.util.stream.Stream;

/** A pattern and values match exactly if the automaton of the pattern accepts the value, for {@code glob} and {@code pmatch}. */
final class GlobTarget implements FuzzTarget {
    @Override
    public String name() {
        return "globs";
    }

    @Override
    public List<byte[]> seeds() {
        return Stream.of("GlobTest", "PathPrefixesTest")
                .flatMap(test -> TestInputs.rows(test, '|').stream())
                .map(cells -> cells.get(0) + "\n" + cells.get(1))
                .distinct()
                .map(text -> text.getBytes(UTF_8))
                .toList();
    }

    @Override
    public int longest() {
        return 200;
    }

    @Override
    public void check(byte[] input) {
        PatternAndValue parts = PatternAndValue.of(input);
        for (boolean foldCase : new boolean[] {false, true}) {
            Glob glob = Glob.compile(parts.pattern(), foldCase);
            SameLanguage.check(parts.value(), glob::matches, () -> Globs.of(glob));
        }
        List<String> paths = List.of(parts.pattern());
        PathPrefixes prefixes = PathPrefixes.of(paths);
        SameLanguage.check(parts.value(), prefixes::matches, () -> Paths.below(paths));
    }
}
