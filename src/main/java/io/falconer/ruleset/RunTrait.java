package io.falconer.ruleset;

/** A difference between releases of Falco when they evaluate events and show alerts. Each names the place in Falco. */
public enum RunTrait {
    /**
     * {@code exists} leaves the value of a field where the next read of the same place overwrites it, and later comparisons
     * read the new content (up to Falco 0.43.0; libs 0.23.2, {@code filter.cpp}, 91e6954ca); see {@link StaleReads}. Recorded:
     * {@code conformance-0.42/stale}, {@code conformance-0.43/probes/stale}.
     */
    STALE_VALUES,
    /**
     * Falco asks plugins for the first element if a key is given, so {@code ka.req.volume.hostpath[...]} only reads the first
     * volume (up to Falco 0.42; libs 0.23.1, {@code plugin_filtercheck.cpp}, ad9829ae3). Recorded:
     * {@code conformance-0.42/probes/hostpath}.
     */
    FIRST_VOLUME_ONLY,
    /**
     * {@code evt.latency} and similar fields have values if an event has them (up to Falco 0.42,
     * {@code sinsp_filtercheck_event.cpp}). Recorded: {@code conformance-0.42/probes/syscall}.
     */
    LATENCY_MEASURED,
    /**
     * {@code regex} never holds for a value that is not UTF-8 (up to Falco 0.44; libs 0.26, {@code sinsp_filtercheck.cpp},
     * replaces what is not UTF-8). Recorded: {@code conformance-0.44/probes/utf8}.
     */
    REGEX_WANTS_UTF8,
    /**
     * Lines of text show values unchanged, including control characters (up to Falco 0.44, {@code formats.cpp}). Recorded:
     * {@code conformance-0.44/probes/utf8}.
     */
    RAW_TEXT
}
