package io.falconer.field;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GlobTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            abc          | abc      | true
            abc          | abcd     | false
            abc          | Abc      | false
            ``           | ``       | true
            ``           | a        | false
            *            | ``       | true
            *            | a/b      | true
            /api/*       | /api/v1/x | true
            /api         | /api/v1  | false
            a*b*c        | aXbYbZc  | true
            a*b*c        | aXbYbZ   | false
            **a          | ba       | true
            ?            | a        | true
            ?            | ``       | false
            ???          | éa       | true
            ??           | éa       | false
            .*           | .hidden  | true
            *            | .hidden  | true
            [abc]        | b        | true
            [abc]        | d        | false
            [!a]         | b        | true
            [^a]         | b        | true
            [^a]         | a        | false
            [a-c]x       | bx       | true
            [a-c]x       | dx       | false
            []a]         | ]        | true
            [!]a]        | b        | true
            [a-]         | -        | true
            [\\]]        | ]        | true
            [\\a-c]      | b        | true
            [[:alpha:]]  | q        | true
            [[:alpha:]]  | 1        | false
            [![:digit:]] | x        | true
            [[:nosuch:]a] | a       | true
            [[:nosuch:]] | n        | false
            [[=a=]]      | a        | true
            [abc         | [abc     | true
            [            | [        | true
            a[           | a[       | true
            \\*          | *        | true
            \\*          | x        | false
            \\a          | a        | true
            a\\          | a        | false
            a\\          | a\\      | false
            """)
    void matchesAsFnmatchDoes(String pattern, String value, boolean matches) {
        String text = pattern.replace("\\\\", "\\");
        assertThat(Glob.compile(text, false).matches(value.replace("\\\\", "\\")))
                .isEqualTo(matches);
    }

    @ParameterizedTest
    @CsvSource({
        "ABC,abc,true",
        "[A-C]*,bX,true",
        "[a-c]*,BX,true",
        "É,é,false",
        "é,é,true",
        "[[:upper:]],a,false",
        "[[:upper:]],A,true",
        "[!a],A,false"
    })
    void foldsAsciiOnly(String pattern, String value, boolean matches) {
        assertThat(Glob.compile(pattern, true).matches(value)).isEqualTo(matches);
    }

    @Test
    void manyStarsStayQuick() {
        Glob glob = Glob.compile("*a".repeat(120) + "b", false);
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(5), () -> assertThat(glob.matches("a".repeat(20_000)))
                .isFalse());
    }
}
