package io.falconer.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Texts of users in outputs for people and in the logs of CI systems. */
class PrintableTextTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            a b                  | a b                 | a b
            a<LF>b<TAB>c<CR>     | a\\nb\\tc\\r        | a<LF>b<TAB>c<FFFD>
            a<CR><LF>b           | a\\r\\nb            | a<LF>b
            <ESC>[31mred         | \\u001b[31mred      | <FFFD>[31mred
            <CSI>2J              | \\u009b2J           | <FFFD>2J
            <DEL>                | \\u007f             | <FFFD>
            <LS>x                | \\u2028x            | <FFFD>x
            <RLO>txt.exe         | \\u202etxt.exe      | <FFFD>txt.exe
            a<ZWNJ>b             | a<ZWNJ>b            | a<ZWNJ>b
            a<SHY>b              | a\\u00adb           | a<SHY>b
            <HIGH>               | <FFFD>              | <FFFD>
            <FFFE>               | <FFFD>              | <FFFD>
            """)
    void controlsAreNeverWrittenAsTheyAre(String text, String shown, String lines) {
        assertThat(PrintableText.shown(real(text))).isEqualTo(real(shown));
        assertThat(PrintableText.lines(real(text))).isEqualTo(real(lines));
    }

    private static String real(String text) {
        return text.replace("<LF>", "\n")
                .replace("<TAB>", "\t")
                .replace("<CR>", "\r")
                .replace("<ESC>", "\u001b")
                .replace("<CSI>", "\u009b")
                .replace("<DEL>", "\u007f")
                .replace("<LS>", "\u2028")
                .replace("<RLO>", "\u202e")
                .replace("<ZWNJ>", "\u200c")
                .replace("<SHY>", "\u00ad")
                .replace("<HIGH>", "\ud83d")
                .replace("<FFFE>", "\ufffe")
                .replace("<FFFD>", "\ufffd");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            '::error::x'            | '\\::error::x'
            '  ::stop-commands::t'  | '  \\::stop-commands::t'
            'a::b'                  | 'a::b'
            'a ::1 b'               | 'a ::1 b'
            'x ##[error]y'          | 'x #\\#[error]y'
            '##vso[task.x]y'        | '#\\#vso[task.x]y'
            'a ##teamcity[b]'       | 'a #\\#teamcity[b]'
            '## title'              | '## title'
            '###[x'                 | '##\\#[x'
            """)
    void commandsOfCiSystemsAreNone(String text, String safe) {
        assertThat(PrintableText.withoutCommands("first\n" + text + "\n" + text))
                .isEqualTo("first\n" + safe + "\n" + safe);
    }
}
