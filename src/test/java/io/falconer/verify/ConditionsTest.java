package io.falconer.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.falconer.field.EventSource;
import io.falconer.ruleset.Falco;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is proved about conditions is held against all events of small worlds, which the engine judges. */
class ConditionsTest {
    private static final int CONDITIONS = 20_000;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            proc.name = a and proc.name = b                                   | impossible
            proc.name in (a, b) and proc.name in (b, c)                       | possible
            proc.name in (a, b) and not proc.name in (a, b, c)                | impossible
            proc.name pmatch (a) and proc.name startswith b                    | impossible
            proc.name glob "a*" and not proc.name startswith a                | impossible
            proc.name regex "a+b" and proc.name endswith a                    | impossible
            tolower(proc.name) = a and proc.name = A                          | possible
            tolower(proc.name) = a and proc.name = b                          | impossible
            basename(proc.exepath) = sh and proc.exepath endswith bash        | impossible
            not proc.name exists and proc.name != a                           | impossible
            not proc.name = a and not proc.name != a                          | possible
            evt.type exists and not evt.type = open and not evt.type != open  | impossible
            not evt.type = open and not evt.type != open                      | impossible
            fd.num < 3 and fd.num > 2                                         | impossible
            fd.num < 3 and fd.num > 1                                         | possible
            fd.num < 0 and fd.num > 5                                         | impossible
            fd.sport < 1024 and fd.sport in (8080, 9090)                      | impossible
            evt.is_open_read = true and evt.is_open_read = false              | impossible
            evt.is_open_read exists and not evt.is_open_read = true and not evt.is_open_read = false | impossible
            fd.snet in ("10.0.0.0/8") and fd.snet in ("10.1.0.0/16")          | possible
            fd.snet in ("10.0.0.0/8") and fd.snet in ("11.0.0.0/8")           | impossible
            proc.aname = a and proc.aname = b                                 | possible
            proc.aname = a and not proc.aname in (a, b)                       | impossible
            proc.aname[2] = a and proc.aname[2] = b                           | impossible
            len(proc.cmdline) > 5 and not len(proc.cmdline) > 10              | possible
            fd.name = val(proc.name) and not fd.name != val(proc.name)        | possible
            fd.sip.name = localhost and fd.sip.name = localhost.localdomain   | possible
            thread.cpu > 50 and not thread.cpu > 90                           | possible
            evt.rawarg.res = 1 and not evt.rawarg.res = 2                     | possible
            proc.name = oneof (a, a)                                          | impossible
            proc.name contains oneof (a, b) and proc.name = ab                | impossible
            proc.name contains allof (a, b) and proc.name = ab                | possible
            fd.name = val(proc.name) and not proc.name exists                 | impossible
            fd.name = val(proc.name) and not fd.name = val(proc.name)         | impossible
            """)
    void decides(String condition, String expected) {
        assertThat(isPossible(condition) ? "possible" : "impossible").isEqualTo(expected);
    }

    /** {@code bench/conditions} tries a million. */
    @Test
    void agreesWithAllEventsOfSmallWorlds() {
        assertThat(new ConditionTrials(17).run(CONDITIONS)).isBetween(CONDITIONS / 20, CONDITIONS / 2);
    }

    private static boolean isPossible(String condition) {
        Conditions conditions = new Conditions(EventSource.SYSCALL, Falco.NEWEST, () -> false);
        return switch (conditions.together(List.of(conditions.formula(SmallWorlds.expr(condition))))) {
            case Conditions.Possible possible -> true;
            case Conditions.Impossible impossible -> false;
            case Conditions.Undecided undecided -> throw new AssertionError(condition + ": " + undecided.reason());
        };
    }
}
