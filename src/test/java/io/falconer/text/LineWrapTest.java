package io.falconer.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LineWrapTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "one two three four        | one two three/  four",
                "'  one two three four'    | '  one two three/    four'",
                "a-word-that-is-too-long x | a-word-that-is-too-long/  x",
                "x a-word-that-is-too-long | x/  a-word-that-is-too-long",
                "sixteen characte           | sixteen characte",
                "表表表表 表表表表             | 表表表表/  表表表表",
                "'  3 | a line of the file that is long' | '  3 | a line of the file that is long'",
                "'    | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ ^^' | '    | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ ^^'",
                "'  + a line of a difference'  | '  + a line of a difference'",
                "NAME    ANOTHER COLUMN     | NAME    ANOTHER COLUMN"
            })
    void sentencesAreBrokenAtBlanks(String text, String expected) {
        assertThat(LineWrap.of(text + "\n", 16)).isEqualTo(expected.replace('/', '\n') + "\n");
    }

    @Test
    void coloursTakeNoColumns() {
        String text = "\u001B[1mone two\u001B[0m \u001B[31mthree four\u001B[0m";
        assertThat(LineWrap.of(text, 18)).isEqualTo(text);
        assertThat(LineWrap.of(text, 16)).isEqualTo("\u001B[1mone two\u001B[0m \u001B[31mthree\n  four\u001B[0m");
    }

    @Test
    void otherLinesStay() {
        assertThat(LineWrap.of("a\n\nb\n", 80)).isEqualTo("a\n\nb\n");
        assertThat(LineWrap.of("", 80)).isEmpty();
    }
}
