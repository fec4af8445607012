package io.falconer.generate;

/** A file to write: its path below the output directory, with slashes, and its text. */
public record GeneratedFile(String path, String text) {}
