package io.falconer.field;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PosixRegexTest {
    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
            /api             ; /api/v1  ; false
            /api.*           ; /api/v1  ; true
            a|ab             ; ab       ; true
            E|[eE]1          ; e1       ; true
            [eE]|E[eE]       ; eE       ; false
            E|(e|E)1         ; e1       ; true
            E(e)?1|(e|E)2    ; e1       ; false
            a((e|E)e|E)      ; ae       ; false
            (a|b)*           ; abba     ; true
            ()               ; ``       ; true
            a||b             ; ``       ; true
            ...              ; éa       ; false
            ..               ; éa       ; true
            a*?              ; aaa      ; true
            a+?              ; ``       ; true
            a**              ; aa       ; true
            (a*)+            ; aa       ; true
            (ab)*c           ; ababc    ; true
            (ab)*?c          ; abc      ; true
            a{2}             ; aa       ; true
            a{2,}            ; aaaa     ; true
            a{1,2}           ; aaa      ; false
            (ab){2}          ; abab     ; true
            a{2}{3}          ; aaaaaa   ; true
            a{2}*            ; aaaa     ; true
            a{,2}            ; a{,2}    ; true
            a{02}            ; a{02}    ; true
            {                ; {        ; true
            x{a}             ; x{a}     ; true
            [abc]            ; b        ; true
            [^x]             ; y        ; true
            []a]             ; ]        ; true
            [a-]             ; -        ; true
            [-a]             ; -        ; true
            [[:digit:]]+     ; 123      ; true
            [[:^digit:]]+    ; abc      ; true
            [[:word:]]+      ; a_1      ; true
            [[:x]+           ; [:x      ; true
            [\\]\\x41\\n]    ; A        ; true
            [a&&b]+          ; a&       ; true
            [[a]             ; [        ; true
            \\.\\/\\-        ; ./-      ; true
            \\x41\\x{42}     ; AB       ; true
            \\101            ; A        ; true
            \\a\\07          ; `\u0007\u0007` ; true
            é*               ; éé       ; true
            """)
    void matchesTheWholeValue(String pattern, String value, String outcome) {
        String text = value.replace("\\u0007", "\u0007");
        assertThat(regex(pattern.replace("\\\\", "\\")).matches(text)).isEqualTo(Boolean.parseBoolean(outcome));
    }

    @Test
    void anchorsStandAtLineEndsAndDotsStopThere() {
        assertThat(regex("a$[^x]^b").matches("a\nb")).isTrue();
        assertThat(regex("/api.*").matches("/api\nx")).isFalse();
        assertThat(regex("a").matches("a\n")).isFalse();
        assertThat(regex("^a$").matches("a")).isTrue();
    }

    /** Bytes that are not UTF-8 stand in a text as U+DC00 + byte. */
    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            a.b             ; FF         ; true
            a\\x{fffd}b      ; FF         ; true
            a[^x]b          ; 80         ; true
            a\\x{fffd}{3}b   ; 80 80 80   ; true
            a\\x{fffd}b      ; E2 82      ; true
            a\\x{fffd}{3}b   ; E2 82 E2 FF; true
            a\\x{fffd}{2}b   ; E2 82 C3   ; true
            a\\x{fffd}{3}b   ; ED A0 80   ; true
            a\\x{fffd}{2}b   ; ED A0 80   ; false
            a\\x{fffd}b      ; F0 9F 98   ; true
            a\\x{fffd}{2}b   ; F4 90      ; true
            a.b             ; C3 A9      ; true
            a\\x{fffd}b      ; C3 A9      ; false
            """)
    void whatIsNotUtf8IsReplaced(String pattern, String bytes, boolean outcome) {
        StringBuilder octets = new StringBuilder("a");
        for (String octet : bytes.split(" ")) {
            octets.append((char) Integer.parseInt(octet, 16));
        }
        String value = Octets.text(octets.append('b').toString());

        assertThat(regex(pattern.replace("\\\\", "\\")).matches(value)).isEqualTo(outcome);
        assertThat(Octets.of(value)).isEqualTo(octets.toString());
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
            (?i)x        ; no argument for repetition operator: ?
            (?:x)        ; no argument for repetition operator: ?
            *            ; no argument for repetition operator: *
            a|+          ; no argument for repetition operator: +
            {2}          ; no argument for repetition operator: {2}
            \\d          ; invalid escape sequence: \\d
            x\\w+        ; invalid escape sequence: \\w
            \\bx         ; invalid escape sequence: \\b
            \\pL         ; invalid escape sequence: \\p
            \\Ax         ; invalid escape sequence: \\A
            \\Qx         ; invalid escape sequence: \\Q
            \\1          ; invalid escape sequence: \\1
            \\xg1        ; invalid escape sequence: \\xg1
            \\_          ; invalid escape sequence: \\_
            [\\d]        ; invalid escape sequence: \\d
            (a           ; missing ): (a
            a)b          ; unexpected ): a)b
            x[abc        ; missing ]: [abc
            [            ; missing ]: [
            [z-a]        ; invalid character class range: z-a
            [a-b-c]      ; invalid character class range: -c
            [[:foo:]]    ; invalid character class range: [:foo:]
            a{3,2}       ; invalid repetition size: {3,2}
            a{1001}      ; invalid repetition size: {1001}
            a{1,1001}    ; invalid repetition size: {1,1001}
            (a{100}){11} ; invalid repetition size: {11}
            a\\          ; trailing \\
            """)
    void refusesAsRe2DoesInItsPosixDialect(String pattern, String message) {
        assertThat(PosixRegex.compile(pattern.replace("\\\\", "\\")))
                .isEqualTo(new PosixRegex.Invalid(message.replace("\\\\", "\\")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"(a*)*b", "(a|a)*b", "(.*)(.*)(.*)(.*)(.*)b", "(a{0,30}){30}b"})
    void catastrophicShapesStayLinear(String pattern) {
        PosixRegex regex = regex(pattern);
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(20), () -> assertThat(regex.matches("a".repeat(20_000)))
                .isFalse());
    }

    @Test
    void hostilePatternsCompileOrFailQuickly() {
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            for (String pattern : new String[] {
                "(".repeat(127) + ")".repeat(127),
                "*".repeat(255),
                "a" + "*".repeat(254),
                "a" + "{2}".repeat(80),
                ".{1000}".repeat(36),
                "[^a]{1000}".repeat(25),
                "\uD800"
            }) {
                assertThat(PosixRegex.compile(pattern)).isNotNull();
            }
        });
    }

    private static PosixRegex regex(String pattern) {
        return switch (PosixRegex.compile(pattern)) {
            case PosixRegex.Compiled compiled -> compiled.regex();
            case PosixRegex.Invalid invalid -> throw new AssertionError(invalid.message());
        };
    }
}
