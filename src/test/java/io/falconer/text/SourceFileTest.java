package io.falconer.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SourceFileTest {
    @Test
    void linesEndAtAnyKindOfLineEnd() {
        SourceFile source = SourceFile.of("f", "one\ntwo\r\nthree\rfour");
        assertThat(source.lines()).isEqualTo(4);
        assertThat(source.line(2)).isEqualTo("two");
        assertThat(source.line(4)).isEqualTo("four");
        assertThat(source.position(source.text().indexOf("hree"))).isEqualTo(new Position(3, 2));
    }

    @Test
    void columnsCountCodePoints() {
        assertThat(SourceFile.of("f", "a\uD83D\uDE00b").position(3)).isEqualTo(new Position(1, 3));
    }

    @Test
    void aByteOrderMarkIsNoText() {
        assertThat(SourceFile.of("f", "\uFEFFa").text()).isEqualTo("a");
    }

    @Test
    void offsetsPastTheEndGiveTheEnd() {
        assertThat(SourceFile.of("f", "ab\n").position(99)).isEqualTo(new Position(2, 1));
    }
}
