package io.falconer.yaml.cpp;

import java.util.Optional;

/** The errors that yaml-cpp reports, with its messages and Falconer's own hints. */
enum YamlError {
    DIRECTIVE_VERSION_ARGUMENTS("YAML directives must have exactly one argument"),
    DIRECTIVE_VERSION("bad YAML version: "),
    DIRECTIVE_VERSION_LARGE("YAML major version too large"),
    DIRECTIVE_VERSION_REPEATED("repeated YAML directive"),
    DIRECTIVE_TAG_ARGUMENTS("TAG directives must have exactly two arguments"),
    DIRECTIVE_TAG_REPEATED("repeated TAG directive"),
    TAG_HANDLE("illegal character found while scanning tag handle"),
    TAG_SUFFIX("tag handle with no suffix"),
    TAG_VERBATIM_END("end of verbatim tag not found"),
    TAGS("cannot assign multiple tags to the same node"),
    ANCHORS("cannot assign multiple anchors to the same node"),
    ANCHOR_NAME("anchor not found after &"),
    ANCHOR_CHARACTER("illegal character found while scanning anchor"),
    ALIAS_NAME("alias not found after *", "quote a value that starts with this character"),
    ALIAS_CHARACTER("illegal character found while scanning alias", "quote a value that starts with *"),
    ALIAS_UNKNOWN(
            "the referenced anchor is not defined: ",
            "set the anchor on an earlier node, or quote a text that starts with *"),
    ESCAPE("unknown escape character: ", "double the backslash, or write the text in single quotes"),
    ESCAPE_HEX("bad character found while scanning hex number"),
    ESCAPE_UNICODE("invalid unicode: ", "write the character itself, or \\U and eight hexadecimal digits"),
    TOKEN("unknown token", "quote a value that starts with this character"),
    FLOW_START("plain value cannot start with flow indicator character"),
    SCALAR("unexpected scalar", "a quoted text ends with its quote; quote all of it"),
    SCALAR_DOCUMENT("illegal document indicator in scalar", "a quote is opened and not closed"),
    SCALAR_END("illegal EOF in scalar", "a quote is opened and not closed"),
    TAB("illegal tab when looking for indentation", "indent with spaces; YAML does not allow tabs there"),
    BLOCK_INDENTATION("cannot set zero indentation for a block scalar"),
    BLOCK_CHARACTER("unexpected character in block scalar", "start the text on the next line"),
    FLOW_END("illegal flow end", "nothing opens this bracket; quote a value that starts with it"),
    BLOCK_ENTRY("illegal block entry", "start a list on a new line, or quote a value that starts with -"),
    MAP_KEY("illegal map key", "quote a value that starts with ?"),
    MAP_VALUE("illegal map value", "quote a value that contains \": \""),
    /** The same if the text before the colon started on an earlier line. */
    MAP_VALUE_BELOW(
            "illegal map value",
            "indent all keys of a mapping equally; a key requires a colon and a blank after it, and a value that continues"
                    + " on the next line is indented more"),
    END_OF_MAP("end of map not found", "indent the items of a list and the keys of a mapping equally"),
    END_OF_FLOW_MAP("end of map flow not found", "close the braces, and put commas between the pairs"),
    END_OF_LIST("end of sequence not found", "indent the items of a list and the keys of a mapping equally"),
    END_OF_FLOW_LIST("end of sequence flow not found", "close the brackets, and put commas between the items"),
    DEPTH("bad file", "lists and mappings are nested more than " + Parser.MAX_DEPTH + " levels deep; use fewer levels");

    private final String words;
    private final Optional<String> hint;

    YamlError(String words) {
        this.words = words;
        this.hint = Optional.empty();
    }

    YamlError(String words, String hint) {
        this.words = words;
        this.hint = Optional.of(hint);
    }

    SyntaxException at(Mark mark) {
        return at(mark, "");
    }

    /** The error about {@code culprit}, with which its message ends. */
    SyntaxException at(Mark mark, String culprit) {
        return SyntaxException.of(words + culprit, mark, hint);
    }
}
