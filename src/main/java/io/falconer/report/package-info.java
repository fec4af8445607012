/**
 * Every writer: load results, alerts, capabilities, fields, and the results of suites and proofs. They use the one model of
 * {@link io.falconer.suite.Results}.
 */
@NullMarked
package io.falconer.report;

import org.jspecify.annotations.NullMarked;
