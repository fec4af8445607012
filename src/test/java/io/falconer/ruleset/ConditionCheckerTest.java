package io.falconer.ruleset;

import static org.assertj.core.api.Assertions.assertThat;

import io.falconer.condition.ConditionParser;
import io.falconer.condition.Expr;
import io.falconer.condition.ParseResult;
import io.falconer.field.EventSource;
import io.falconer.text.Span;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConditionCheckerTest {
    @ParameterizedTest
    @CsvSource(delimiter = '!', quoteCharacter = '`', textBlock = """
                    `tolower(evt.num) = 1`            ! can't add field transformer: type 'UINT64' is not supported by 'tolower' transformer applied on field 'evt.num'
                    `toupper(fd.ip) = a`              ! field 'fd.ip' does not support transformers
                    `join(",") = a`                   ! unknown field transfomer 'join'
                    `join(",", proc.name) = a`        ! join() second argument must be a list
                    `concat(evt.num, "a") = a`        ! concat() arguments must be strings
                    `getopt(fd.types, "a")[ab] = a`   ! getopt() field argument must be a single option character
                    `tolower(proc.name)[a] = a`       ! transformer 'tolower' does not support field arguments
                    `proc.name bcontains aa`          ! filter error: 'bcontains' operator not supported for string filters
                    `evt.num contains a`              ! filter error: 'contains' operator not supported for numeric filters
                    `evt.is_async < 1`                ! filter error: '<' operator not supported for numeric filters
                    `evt.buffer glob a`               ! filter error: 'glob' operator not supported for buffer filters
                    `fd.sip startswith 1`             ! filter error: 'startswith' operator not supported for ip address and network filters
                    `evt.num = val(proc.name)`        ! field 'evt.num' has type 'UINT64' while the right-hand side field 'proc.name' has incompatible type 'CHARBUF'
                    `proc.name regex val(proc.pname)` ! operator 'REGEX' doesn't support right-hand side fields
                    `fd.snet = val(fd.cnet)`          ! field type 'IPNET' doesn't support right-hand side fields
                    `proc.name = val(proc.aname)`     ! field 'proc.aname' can't be used as a right-hand side field
                    `proc.aname = val(proc.name)`     ! field 'proc.aname' doesn't support right-hand side fields
                    `evt.type = nonsense`             ! unknown event type nonsense
                    `evt.type startswith op`          ! unknown event type op
                    `evt.buffer bcontains xyz`        ! filter error: bcontains and bstartswith operator support hex strings only
                    `a_macro and proc.name = x`       ! filter error: unexpected identifier 'a_macro'
                    """)
    void refusesInFalcosWords(String condition, String message) {
        assertThat(check(condition).failure().map(Check.Failure::message)).contains(message);
    }

    @Test
    void failsAtTheFirstErrorInOrderOfCompilation() {
        Check check = check("proc.name = a and (evt.num contains b or fd.missing = c)");
        assertThat(check.failure().map(Check.Failure::span).map(Span::start)).contains(19);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    proc.name = proc.pname                 | 'proc.pname' may be a valid field misused as a const string value
                    proc.name = "toupper( proc.pname)"     | 'toupper( proc.pname)' may be a valid field transformer misused as a const string value
                    proc.name regex ^a.*                   | regex check with '^a.*' may be optimized with simpler operators such as '=', 'contains', 'startswith', 'endswith'
                    evt.latency > 5                        | field is not available due to the drop of enter events.
                    """)
    void warnsAsFalcoDoes(String condition, String message) {
        assertThat(check(condition).warnings())
                .extracting(Check.Warning::message)
                .containsExactly(message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    evt.type = open                                     | open
                    evt.type in (open, openat) and proc.name = x        | open openat
                    evt.type = open or evt.type = openat                | open openat
                    evt.type = open or proc.name = x                    | all but
                    not evt.type = open                                 | all but open
                    evt.type != open                                    | all but open
                    not (evt.type != open)                              | open
                    not (evt.type = open and proc.name = x)             | all but
                    not (evt.type = open or proc.name = x)              | all but open
                    evt.type exists                                     | all but
                    not evt.type exists                                 | nothing
                    evt.type intersects (open)                          | all but
                    evt.num = 0                                         | nothing
                    not evt.num >= 1                                    | nothing
                    evt.num >= 1 and evt.type = open                    | open
                    """)
    void findsTheEventTypes(String condition, String types) {
        EventTypeSet set = check(condition).eventTypes();
        String names = String.join(" ", set.names().stream().sorted().toList());
        String shown = ((set.allBut() ? "all but " : "") + names).strip();
        assertThat(shown.isEmpty() ? "nothing" : shown).isEqualTo(types);
        assertThat(set.tooMany()).isEqualTo(set.allBut());
    }

    private static Check check(String condition) {
        return ConditionChecker.check(parse(condition), EventSource.SYSCALL);
    }

    private static Expr parse(String condition) {
        if (ConditionParser.parse(condition) instanceof ParseResult.Parsed parsed) {
            return parsed.expr();
        }
        throw new IllegalArgumentException(condition);
    }
}
