/** YAML as nodes with places, and a strict typed reader over them (docs/falco.md, sections 1.1 and 12). */
@NullMarked
package io.falconer.yaml;

import org.jspecify.annotations.NullMarked;
