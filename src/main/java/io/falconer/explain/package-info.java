/** Why a rule fires on an event or stays silent, in the words and at the places of the rule's author. */
@NullMarked
package io.falconer.explain;

import org.jspecify.annotations.NullMarked;
