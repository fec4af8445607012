package io.falconer.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.falconer.event.Event;
import io.falconer.event.reader.EventReader;
import io.falconer.text.Diagnostic;
import io.falconer.text.Outcome;
import io.falconer.text.SourceFile;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Patches by RFC 6902: what each operation does, and what is refused, where it stands. */
class PatchTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String DOCUMENT = "{\"a\":{\"b\":[1,2,3]},\"m~n\":{\"x/y\":true},\"\":5}";

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            {op: add, path: /a/c, value: 4}                       | /a/c         | 4
            {op: add, path: /a, value: 4}                         | /a           | 4
            {op: add, path: /a/b/1, value: 4}                     | /a/b         | [1,4,2,3]
            {op: add, path: /a/b/3, value: 4}                     | /a/b         | [1,2,3,4]
            {op: add, path: /a/b/-, value: ~}                     | /a/b         | [1,2,3,null]
            {op: add, path: /, value: 6}                          | /            | 6
            {op: add, path: '', value: {z: [1]}}                  | /z           | [1]
            {op: remove, path: /a/b/0}                            | /a/b         | [2,3]
            {op: remove, path: /a/b}                              | /a           | {}
            {op: replace, path: /a/b/2, value: {c: d}}            | /a/b         | [1,2,{"c":"d"}]
            {op: replace, path: /m~0n/x~1y, value:}               | /m~0n/x~1y   | null
            {op: replace, path: '', value: {z: [1]}}              | /z           | [1]
            {op: move, from: /a/b, path: /b}                      | /b           | [1,2,3]
            {op: move, from: /a/b/0, path: /a/b/2}                | /a/b         | [2,3,1]
            {op: move, from: /a, path: /a}                        | /a           | {"b":[1,2,3]}
            {op: copy, from: /a/b/0, path: /a/b/-}                | /a/b         | [1,2,3,1]
            {op: copy, from: '', path: /all}                      | /all/a/b/0   | 1
            {op: test, path: /a/b/0, value: 1.0}                  | /a/b         | [1,2,3]
            {op: test, path: /a, value: {b: [1, 2, 3]}}           | /a/b         | [1,2,3]
            """)
    void applies(String operation, String where, String there) throws Exception {
        PatchedDocument document = new PatchedDocument(JSON.readTree(DOCUMENT));
        for (Patch.Operation each : read(operation).value().orElseThrow().operations()) {
            document.apply(each);
        }
        assertThat(document.document().at(where)).hasToString(there);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            {op: add, path: /a/b/x, value: 4}           | "/a/b/x" is not an index from 0 to 3 of its list
            {op: add, path: /a/b/4, value: 4}           | "/a/b/4" is not an index from 0 to 3 of its list
            {op: add, path: /a/b/01, value: 4}          | "/a/b/01" is not an index from 0 to 3 of its list
            {op: add, path: /a/b/99999999999, value: 4} | "/a/b/99999999999" is not an index from 0 to 3 of its list
            {op: add, path: /a/b/0/c, value: 4}         | the parent of "/a/b/0/c" is neither an object nor a list
            {op: add, path: /x/y, value: 4}             | there is nothing at "/x"
            {op: remove, path: /x}                      | there is nothing at "/x"
            {op: remove, path: ''}                      | the whole event cannot be removed
            {op: remove, path: /a/b/-}                  | there is nothing at "/a/b/-"
            {op: remove, path: /a/b/0/c}                | there is nothing at "/a/b/0/c"
            {op: replace, path: /a/b/3, value: 1}       | there is nothing at "/a/b/3"
            {op: move, from: /x, path: /y}              | there is nothing at "/x"
            {op: copy, from: /a/b/c, path: /y}          | there is nothing at "/a/b/c"
            {op: test, path: /a/b/0, value: '1'}        | the value at "/a/b/0" is another
            {op: test, path: /a, value: {b: [1, 2]}}    | the value at "/a" is another
            """)
    void doesNotApply(String operation, String why) throws JsonProcessingException {
        PatchedDocument document = new PatchedDocument(JSON.readTree(DOCUMENT));
        Patch.Operation read =
                read(operation).value().orElseThrow().operations().getFirst();
        assertThat(read.location().start().column()).isEqualTo(13);
        assertThatThrownBy(() -> document.apply(read)).hasMessage(why);
        assertThat(document.document()).isEqualTo(JSON.readTree(DOCUMENT));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            {op: add, path: a, value: 1}         | bad-patch   | a                    | "path" is not a JSON Pointer
            {op: add, path: /~2, value: 1}       | bad-patch   | /~2                  | "path" is not a JSON Pointer
            {op: add, path: /a~, value: 1}       | bad-patch   | /a~                  | "path" is not a JSON Pointer
            {op: copy, from: b, path: /a}        | bad-patch   | b                    | "from" is not a JSON Pointer
            {op: move, from: /a, path: /a/b/c}   | bad-patch   | {op: move, from: /a, path: /a/b/c} | a value cannot be moved into itself: /a/b/c is part of it
            {op: add, path: /a}                  | missing-key | add                  | missing key "value": add requires one
            {op: copy, path: /a}                 | missing-key | copy                 | missing key "from": copy requires one
            """)
    void isRefusedWhereItStands(String operation, String code, String at, String message) {
        Diagnostic problem = read(operation).diagnostics().getFirst();
        assertThat(problem.code()).isEqualTo(code);
        assertThat(problem.message()).isEqualTo(message);
        assertThat(problem.location().orElseThrow().span()).satisfies(span -> assertThat(
                        problem.location().orElseThrow().source().text().substring(span.start(), span.end()))
                .isEqualTo(at));
    }

    @Test
    void copiesOfCopiesDoNotFillTheMemory() {
        String bomb = IntStream.range(0, 60)
                .mapToObj(i -> "{op: copy, from: /annotations, path: /annotations/c" + i + "}")
                .collect(Collectors.joining(", "));
        assertThat(run(bomb).message()).contains("the patch adds more than 33554432 characters");
    }

    @Test
    void whatIsReplacedIsBroughtInToo() {
        String bomb = "{op: add, path: /annotations/a, value: " + "x".repeat(10_000) + "}"
                + ", {op: copy, from: /annotations/a, path: /annotations/b}".repeat(5_000);
        assertThat(run(bomb).message()).contains("the patch adds more than 33554432 characters");
    }

    @Test
    void nestingIsBounded() {
        String deep = IntStream.range(0, 400)
                .mapToObj(i -> "{op: add, path: /annotations" + "/a".repeat(i + 1) + ", value: {}}")
                .collect(Collectors.joining(", "));
        assertThat(run(deep).message()).contains("the event would be nested more than 300 deep");
    }

    @Test
    void aPatchHasABoundedNumberOfOperations() {
        Outcome<Patch> read = read("{op: remove, path: /a}, ".repeat(10_001));
        assertThat(read.diagnostics()).extracting(Diagnostic::message).contains("a patch has at most 10000 operations");
    }

    /** What the patch of an event comes to. */
    private static Diagnostic run(String operations) {
        List<Event> events = new EventReader().read("s_test.yaml", """
                {"kind": "Event", "auditID": "a", "stageTimestamp": "2026-03-01T10:00:00Z", "annotations": {"k": "v"}}
                """);
        return EventPatch.apply(read(operations).value().orElseThrow(), events)
                .diagnostics()
                .getFirst();
    }

    private static Outcome<Patch> read(String operations) {
        Outcome<List<Suite>> suites = SuiteReader.read(suite(operations));
        return new Outcome<>(
                suites.value()
                        .map(all -> all.getFirst().tests().getFirst().patch().orElseThrow()),
                suites.diagnostics());
    }

    private static SourceFile suite(String operations) {
        return SourceFile.of("s_test.yaml", """
                apiVersion: falconer/v1alpha1
                kind: RuleTest
                metadata: {name: s}
                rules: [rules.yaml]
                tests:
                  - name: t
                    event: {audit: {verb: get, annotations: {k: v}}}
                    expect: none
                    patch: [%s]
                """.formatted(operations));
    }
}
