/** JSON Schemas of policies and suites, for editors: generated from the models that the readers use. */
@NullMarked
package io.falconer.schema;

import org.jspecify.annotations.NullMarked;
