/** YAML as nodes with places, and a strict typed reader over them (semantics page, sections 1.1 and 12). */
@NullMarked
package io.falconer.yaml;

import org.jspecify.annotations.NullMarked;
