package io.falconer.bench.workload;

/**
 * Whom and what one event is about, and when.
 *
 * @param suffix the end of a pod's name
 * @param second the time without its fraction, {@code 2026-03-01T10:00:00}
 * @param micros the microseconds of that second, far enough from its end for a request to finish
 */
record Subject(App app, String suffix, String node, String person, String controller, String second, int micros) {}
