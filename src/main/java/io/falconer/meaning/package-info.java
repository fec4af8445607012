/**
 * What the controls of a policy mean, said of the documents of audit events. Nothing here comes from rule templates, from plans
 * or from the events that prove rules, so that a rule and its meaning only agree if both are right.
 */
@NullMarked
package io.falconer.meaning;

import org.jspecify.annotations.NullMarked;
