/**
 * YAML as yaml-cpp reads it, the library that Falco uses to read rules files: its tokens, nodes, marks and errors
 * (docs/falco.md, section 1.1; docs/decisions/0014).
 */
@NullMarked
package io.falconer.yaml.cpp;

import org.jspecify.annotations.NullMarked;
