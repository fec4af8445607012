/** Writers of reports, all over the one result model of {@link io.falconer.suite.Results}. */
@NullMarked
package io.falconer.report;

import org.jspecify.annotations.NullMarked;
