package io.falconer.event.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {
    private static Json json(String text) {
        return Json.parse(text).orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "\"\"",
                "null",
                "true",
                "false",
                "0",
                "-1.50",
                "1E5",
                "007",
                "+1",
                "1.",
                ".",
                "1-2e++",
                "NaN",
                "nan",
                "-nan",
                "Inf",
                "-inf",
                "\"raw \t control\"",
                "\"a\\qb\"",
                "\"\\ud800\"",
                "{\"a\":1,\"a\":2}",
                "[[],{}]"
            })
    void readsWhatFastjsonReadsAndKeepsItAsWritten(String text) {
        assertThat(json(" " + text + "\r\n").compact()).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "[1,]",
                "{\"a\":1,}",
                "{,}",
                "[,1]",
                "{a:1}",
                "{'a':1}",
                "{\"a\"}",
                "{\"a\":}",
                "{\"a\" 1}",
                "[1 2]",
                "[-]",
                "- ",
                "[",
                "{",
                "]",
                "[1}",
                "{\"a\":1]",
                "\"",
                "\"\\\"",
                "tru",
                "nul",
                "TRUE",
                "-Infinity",
                "x",
                "1x",
                "// c\n1",
                "1 2",
                "{} {}",
                "[1]]",
                "\u00a01",
                "\f1",
                "/**/1"
            })
    void refusesWhatFastjsonRefuses(String text) {
        assertThat(Json.parse(text)).isEmpty();
    }

    @Test
    void nestsThreeHundredLevelsAndNoMore() {
        assertThat(Json.parse("[".repeat(300) + "]".repeat(300))).isPresent();
        assertThat(Json.parse("[".repeat(301) + "]".repeat(301))).isEmpty();
        assertThat(Json.parse("[".repeat(299) + "1" + "]".repeat(299))).isPresent();
        assertThat(Json.parse("[".repeat(300) + "1" + "]".repeat(300))).isEmpty();
        assertThat(Json.parse("[".repeat(1_000_000))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"a\\\"b\" | a\"b",
                "\"\\\\\" | \\",
                "\"\\/\" | /",
                "\"\\u0041\\u00e9\" | Aé",
                "\"\\ud83d\\ude00\" | 😀",
                "\"\\ud83d\" | \\ud83d",
                "\"\\ud83dx\" | \\ud83dx",
                "\"\\ude00\\ud83d\" | \uFFFD",
                "\"\\ud83d\\u0041z\" | \uFFFDz",
                "\"\\u12\" | \\u12",
                "\"\\u12g4\" | \\u12g4",
                "\"a\\qb\" | a\\qb",
                "\"é\" | é",
                "1.50 | 1.50",
                "null | null",
                "[ 1 , \"a b\" ] | [1,\"a b\"]",
                "{ \"a\" : { } } | {\"a\":{}}",
            })
    void givesStringsUnescapedAndEverythingElseAsItsText(String text, String expected) {
        assertThat(json(text).text()).isEqualTo(expected);
    }

    @Test
    void findsTheFirstOfEqualKeysAndThoseWithoutEscapesFirst() {
        assertThat(json("{\"a\":1,\"a\":2}").get("a")).map(Json::text).contains("1");
        assertThat(json("{\"\\u0061\":1,\"a\":2}").get("a")).map(Json::text).contains("2");
        assertThat(json("{\"\\u0061\":1}").get("a")).map(Json::text).contains("1");
        assertThat(json("{\"é\":{\"b\":[0,true]}}").get("é").flatMap(e -> e.get("b")))
                .map(Json::text)
                .contains("[0,true]");
        assertThat(json("[1]").get("a")).isEmpty();
        assertThat(json("{\"ab\":1}").get("a")).isEmpty();
    }

    @Test
    void walksArraysAndObjectsInOrder() {
        Json json = json("{\"b\":[1,[2,3],{}], \"a\\n\":null,\"b\":5}");
        assertThat(json.members()).extracting(Member::key).containsExactly("b", "a\n", "b");
        assertThat(json.get("b").orElseThrow().items()).extracting(Json::text).containsExactly("1", "[2,3]", "{}");
        assertThat(json.get("b").orElseThrow().at(2)).map(Json::kind).contains(Kind.OBJECT);
        assertThat(json.get("b").orElseThrow().at(3)).isEmpty();
        assertThat(json.get("b").orElseThrow().at(-1)).isEmpty();
        assertThat(json.get("a\n").orElseThrow().kind()).isEqualTo(Kind.NULL);
    }

    @Test
    void bytesThatAreNoUtf8StayWhatTheyAre() {
        byte[] text = "[\"a?\"]".getBytes(StandardCharsets.ISO_8859_1);
        text[3] = (byte) 0xff;
        assertThat(Json.parse(text).orElseThrow().at(0)).map(Json::text).contains("a\uDCFF");
    }

    @Test
    void measuresTheCompactTextInBytes() {
        int length = "{\"é\":[1,2]}".length() + 1;
        assertThat(json("{ \"é\" : [ 1 , 2 ] }").isLongerThan(length)).isFalse();
        assertThat(json("{ \"é\" : [ 1 , 2 ] }").isLongerThan(length - 1)).isTrue();
    }

    @Test
    void takesLineAfterLine() {
        byte[] text = "{\n\"a\": [\n1,\n2]}\n".getBytes(StandardCharsets.UTF_8);
        var scanner = new JsonScanner();
        assertThat(scanner.scan(text, 0, 2)).isEqualTo(JsonScanner.Progress.INCOMPLETE);
        assertThat(scanner.scan(text, 0, 9)).isEqualTo(JsonScanner.Progress.INCOMPLETE);
        assertThat(scanner.scan(text, 0, text.length)).isEqualTo(JsonScanner.Progress.COMPLETE);
        assertThat(scanner.end()).isEqualTo(text.length - 1);
        assertThat(scanner.take(text, 0).compact()).isEqualTo("{\"a\":[1,2]}");
    }
}
