package io.falconer.suite;

/**
 * A difference between what was expected and what happened.
 *
 * @param what {@code alerts}, {@code priority}, {@code output} or {@code output_fields} with a field's name
 */
public record Difference(String what, String expected, String actual) {}
