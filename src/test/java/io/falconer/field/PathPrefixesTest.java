package io.falconer.field;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PathPrefixesTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            /etc           | /etc             | true
            /etc           | /etc/passwd      | true
            /etc           | etc/x            | true
            /etc/          | //etc//x         | true
            /etc           | /etcd            | false
            /etc/x         | /etc             | false
            /              | /anything        | true
            /              | ``               | true
            ``             | x                | true
            /a             | ``               | false
            /api/*/pods    | /api/v1/pods/p   | true
            /api/*/pods    | /api/v1/x/pods   | false
            /ap?           | /api/v1          | true
            /[ab]pi        | /bpi             | true
            /a*            | /b               | false
            docker.io/library | docker.io/library/nginx | true
            /é?            | /éa/x            | true
            """)
    void matchesComponentByComponent(String path, String value, boolean matches) {
        assertThat(PathPrefixes.of(List.of(path)).matches(value)).isEqualTo(matches);
    }

    @Test
    void everyPathIsTried() {
        assertThat(PathPrefixes.of(List.of("/a*/x", "/ap*/v1")).matches("/api/v1/p"))
                .isTrue();
        assertThat(PathPrefixes.of(List.of("/ap*/v1", "/a*/x")).matches("/api/v1/p"))
                .isTrue();
        assertThat(PathPrefixes.of(List.of()).matches("/api")).isFalse();
    }

    /** Components of few letters, so that many paths begin alike and many globs match. */
    @Test
    void manyPathsSayWhatEachOfThemSays() {
        Random random = new Random(3);
        for (int round = 0; round < 3000; round++) {
            List<String> paths = Stream.generate(
                            () -> path(random, List.of("a", "ab", "b", "a*", "?", "[ab]*", "*b", "a\\\\?", "\u00e9*")))
                    .limit(random.nextInt(6))
                    .toList();
            PathPrefixes all = PathPrefixes.of(paths);
            for (int i = 0; i < 10; i++) {
                String value = path(random, List.of("a", "ab", "b", "abb", "a?", "\u00e9x", ""));
                assertThat(all.matches(value))
                        .as("%s pmatch %s", value, paths)
                        .isEqualTo(paths.stream()
                                .anyMatch(path -> PathPrefixes.of(List.of(path)).matches(value)));
            }
        }
    }

    private static String path(Random random, List<String> components) {
        return Stream.generate(() -> components.get(random.nextInt(components.size())))
                .limit(random.nextInt(4))
                .collect(Collectors.joining("/", "/", ""));
    }

    /** "Aa" and "BB" have the same hash. */
    @Test
    void keysWithTheSameHashAreKeptApart() {
        SliceTable<Integer> table = new SliceTable<>(Map.of("Aa", 1, "BB", 2, "AaAa", 3));
        assertThat(table.find("xAax", 1, 3)).isEqualTo(1);
        assertThat(table.find("BB", 0, 2)).isEqualTo(2);
        assertThat(table.find("AaAa", 0, 4)).isEqualTo(3);
        assertThat(table.find("BBAa", 0, 4)).isNull();
        assertThat(table.find("", 0, 0)).isNull();
    }
}
