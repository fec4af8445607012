/** Rule templates: Falco rules with typed holes, read, checked and bound. */
@NullMarked
package io.falconer.template;

import org.jspecify.annotations.NullMarked;
