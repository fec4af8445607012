package io.falconer.ruleset;

/** A way in which releases of Falco differ when they load rules files; each names the place in Falco that brought it. */
public enum LoadTrait {
    /**
     * A key that no item of its kind has draws LOAD_UNKNOWN_KEY (Falco 0.44, {@code rule_loader_reader.cpp}). Recorded: {@code
     * conformance-0.43/load-mutants}.
     */
    UNKNOWN_KEYS,
    /**
     * Exceptions may compare with {@code startswith oneof} and its kin, and blanks around a comparison do not matter (Falco 0.44,
     * {@code rule_loader_collector.cpp}). Recorded: {@code conformance-0.43/probes/load}.
     */
    EXCEPTION_MODIFIERS,
    /**
     * Tokens of outputs are read with the grammar of conditions (libs 0.25, {@code eventformatter.cpp}). Before they are fields of
     * which only the beginning must fit, see {@link PrefixTokenReader}. Recorded: {@code conformance-0.43/probes/outputs}.
     */
    OUTPUT_GRAMMAR,
    /**
     * {@code evt.latency} and its kin draw LOAD_DEPRECATED_ITEM (Falco 0.43, {@code falco_load_result.cpp}). Recorded: {@code
     * conformance-0.42/probes/load}.
     */
    LATENCY_DEPRECATED,
    /**
     * Comparisons of {@code evt.num} with 0 and 1 are decided while loading (libs 0.26, {@code filter/ppm_codes.cpp}). Recorded:
     * {@code conformance-0.44/probes/load}.
     */
    EVENT_NUMBERS_DECIDED,
    /**
     * A rule that is tried on no event type at all draws LOAD_NO_EVTTYPE (up to Falco 0.44, {@code rule_loader_compiler.cpp}).
     * Recorded: {@code conformance-0.44/probes/load}.
     */
    NO_TYPES_ARE_TOO_MANY
}
