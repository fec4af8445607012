package io.falconer.suite;

import java.util.Locale;

/** What became of a changed rule. */
public enum MutantState {
    /** A test fails. */
    KILLED,
    /** No test fails, although tests show the clause with effect. */
    SURVIVED,
    /** No test shows the clause with effect, so none can fail. */
    NO_COVERAGE,
    /** For all events, the changed rule fires if and only if the rule does, so no test can fail. */
    EQUIVALENT;

    /** As reports write it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
