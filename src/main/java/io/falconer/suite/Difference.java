package io.falconer.suite;

/**
 * Something that differs from what was expected.
 *
 * @param what {@code alerts}, {@code priority}, {@code output} or {@code output_fields} with a field's name
 */
public record Difference(String what, String expected, String actual) {}
