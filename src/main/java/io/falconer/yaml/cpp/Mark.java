package io.falconer.yaml.cpp;

/**
 * A place as yaml-cpp counts it, from 0. Its column and its position count bytes; at the end of a text, they may be after the
 * last byte.
 *
 * @param position bytes since the start of the text
 * @param offset the same place in UTF-16 units
 */
public record Mark(int line, int column, int position, int offset) {
    /** yaml-cpp's message about a problem here. Its lines and columns count from 1. */
    public String message(String problem) {
        return "yaml-cpp: error at line " + (line + 1) + ", column " + (column + 1) + ": " + problem;
    }
}
