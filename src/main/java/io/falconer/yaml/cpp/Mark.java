package io.falconer.yaml.cpp;

/**
 * A place as yaml-cpp counts it, from 0. Its column and its position count bytes; at the end of a text they may lie
 * past the last one.
 *
 * @param position bytes since the beginning of the text
 * @param offset the same place in UTF-16 units
 */
public record Mark(int line, int column, int position, int offset) {
    /** yaml-cpp's message of a problem here, in which lines and columns count from 1. */
    public String message(String problem) {
        return "yaml-cpp: error at line " + (line + 1) + ", column " + (column + 1) + ": " + problem;
    }
}
