package io.falconer.ruleset;

/** A difference between releases of Falco when they load rules files. Each names the place in Falco that introduced it. */
public enum LoadTrait {
    /**
     * A key that no item of its kind has causes LOAD_UNKNOWN_KEY (Falco 0.44, {@code rule_loader_reader.cpp}). Recorded:
     * {@code conformance-0.43/load-mutants}.
     */
    UNKNOWN_KEYS,
    /**
     * Exceptions may compare with {@code startswith oneof} and similar operators, and blanks around a comparison do not matter
     * (Falco 0.44, {@code rule_loader_collector.cpp}). Recorded: {@code conformance-0.43/probes/load}.
     */
    EXCEPTION_MODIFIERS,
    /**
     * Tokens of outputs are read with the grammar of conditions (libs 0.25, {@code eventformatter.cpp}). Before, they are
     * fields of which only the start must match; see {@link PrefixTokenReader}. Recorded:
     * {@code conformance-0.43/probes/outputs}.
     */
    OUTPUT_GRAMMAR,
    /**
     * {@code evt.latency} and similar fields cause LOAD_DEPRECATED_ITEM (Falco 0.43, {@code falco_load_result.cpp}). Recorded:
     * {@code conformance-0.42/probes/load}.
     */
    LATENCY_DEPRECATED,
    /**
     * Comparisons of {@code evt.num} with 0 and 1 are decided during loading (libs 0.26, {@code filter/ppm_codes.cpp}).
     * Recorded: {@code conformance-0.44/probes/load}.
     */
    EVENT_NUMBERS_DECIDED,
    /**
     * A rule without any event type on which it is tried causes LOAD_NO_EVTTYPE (up to Falco 0.44,
     * {@code rule_loader_compiler.cpp}). Recorded: {@code conformance-0.44/probes/load}.
     */
    NO_TYPES_ARE_TOO_MANY
}
