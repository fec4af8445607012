package io.falconer.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Globs that shells leave to Falconer: they match as Java's do, in linear time, and none is an internal error. */
class FileGlobTest {
    private static final List<String> PATHS = List.of(
            "a.yaml",
            "b.yml",
            "a/b.yaml",
            "a/b/c.yaml",
            "[x]",
            "{x}",
            "a,b",
            "-",
            "^",
            "!",
            "*",
            "a*",
            "\\",
            "a-c",
            "+",
            "x+",
            "é",
            "😀");

    static Stream<String> globs() {
        return Stream.of(
                "*",
                "**",
                "*.yaml",
                "**.yaml",
                "*/*.yaml",
                "a/**",
                "?",
                "??",
                "*.{yaml,yml}",
                "{a,b}*",
                "{a/b,b}*",
                "[a-c]*",
                "[!a-c]*",
                "[a-]*",
                "[-]",
                "[*]",
                "\\*",
                "a\\*",
                "\\[x\\]",
                "\\{x\\}",
                "\\\\",
                "a,b",
                "[a,b]*",
                "+",
                "?+",
                "é",
                "[é]",
                "a?b");
    }

    @ParameterizedTest
    @MethodSource("globs")
    void matchesAsJavasDo(String glob) {
        var java = FileSystems.getDefault().getPathMatcher("glob:" + glob);
        var ours = FileGlob.pattern(glob).orElseThrow();
        assertThat(PATHS).allSatisfy(path -> assertThat(ours.matches(FileGlob.path(Path.of(path))))
                .as(path)
                .isEqualTo(java.matches(Path.of(path))));
        assertThat(PATHS.stream().anyMatch(ours::matches)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "[]", "[!", "[a", "{", "{a,{b}}", "a\\", "[a/b]", "[z-a]", "{[}"})
    void whatIsNoGlobIsRefused(String text) {
        assertThat(FileGlob.pattern(text)).isEmpty();
    }

    @Test
    void aLineEndInANameIsACharacterLikeAnyOther() {
        assertThat(FileGlob.pattern("**").orElseThrow().matches("a\nb")).isTrue();
    }

    @Test
    void manyStarsCostLinearTime() {
        var glob = FileGlob.pattern("*a".repeat(40) + "b").orElseThrow();
        assertTimeoutPreemptively(Duration.ofSeconds(10), () -> glob.matches("a".repeat(255)));
    }
}
