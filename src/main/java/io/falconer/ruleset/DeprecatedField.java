package io.falconer.ruleset;

import io.falconer.text.Span;
import java.util.Optional;

/** The fields that Falco warns about because nothing fills them any more, in the order in which Falco lists them. */
enum DeprecatedField {
    EVT_DIR("evt.dir"),
    EVT_LATENCY("evt.latency"),
    EVT_LATENCY_S("evt.latency.s"),
    EVT_LATENCY_NS("evt.latency.ns"),
    EVT_LATENCY_HUMAN("evt.latency.human"),
    EVT_WAIT_LATENCY("evt.wait_latency");

    private final String field;

    DeprecatedField(String field) {
        this.field = field;
    }

    static Optional<DeprecatedField> of(String field) {
        for (DeprecatedField deprecated : values()) {
            if (deprecated.field.equals(field)) {
                return Optional.of(deprecated);
            }
        }
        return Optional.empty();
    }

    /** Whether {@code falco} warns about the field. */
    boolean isWarnedOf(Falco falco) {
        return this == EVT_DIR || falco.has(LoadTrait.LATENCY_DEPRECATED);
    }

    String field() {
        return field;
    }

    /** Falco's message about a condition that reads the field, at {@code span}. */
    Check.Warning warning(Span span) {
        String message = this == EVT_DIR
                ? "due to the drop of enter events, 'evt.dir = <' always evaluates to true, and 'evt.dir = >' always"
                        + " evaluates to false. The rule expression can be simplified by removing the condition on"
                        + " 'evt.dir'"
                : "field is not available due to the drop of enter events.";
        return new Check.Warning(Check.Kind.DEPRECATED_FIELD, message, span, span, Optional.of(field));
    }

    /** Falco's message about an output that contains the field's name. */
    Check.Warning outputWarning() {
        String message = "usage of deprecated field '" + field + "' has been detected in the rule output";
        return new Check.Warning(Check.Kind.DEPRECATED_FIELD, message, Span.NONE, Span.NONE, Optional.of(field));
    }
}
