package io.falconer.bench.workload;

/**
 * A workload of the cluster.
 *
 * @param spec the members of its pods' spec, in JSON
 */
record App(String team, String namespace, String name, String spec) {}
