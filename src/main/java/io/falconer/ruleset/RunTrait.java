package io.falconer.ruleset;

/** A way in which releases of Falco differ when they judge events and show alerts; each names the place in Falco. */
public enum RunTrait {
    /**
     * {@code exists} leaves the value of a field where the next reading of the same place overwrites it, and later comparisons see
     * that (up to Falco 0.43.0; libs 0.23.2, {@code filter.cpp}, 91e6954ca), see {@link StaleReads}. Recorded: {@code
     * conformance-0.42/stale}, {@code conformance-0.43/probes/stale}.
     */
    STALE_VALUES,
    /**
     * Plugins are asked for the first element where a key is given, so {@code ka.req.volume.hostpath[...]} looks at the first volume
     * only (up to Falco 0.42; libs 0.23.1, {@code plugin_filtercheck.cpp}, ad9829ae3). Recorded: {@code
     * conformance-0.42/probes/hostpath}.
     */
    FIRST_VOLUME_ONLY,
    /**
     * {@code evt.latency} and its kin have values where an event has them (up to Falco 0.42, {@code sinsp_filtercheck_event.cpp}).
     * Recorded: {@code conformance-0.42/probes/syscall}.
     */
    LATENCY_MEASURED,
    /**
     * {@code regex} never holds for a value that is not UTF-8 (up to Falco 0.44; libs 0.26, {@code sinsp_filtercheck.cpp}, replaces
     * what is not). Recorded: {@code conformance-0.44/probes/utf8}.
     */
    REGEX_WANTS_UTF8,
    /**
     * Lines of text show values as they are, control characters too (up to Falco 0.44, {@code formats.cpp}). Recorded: {@code
     * conformance-0.44/probes/utf8}.
     */
    RAW_TEXT
}
