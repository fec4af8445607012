package io.falconer.yaml;

/** One key of a mapping with its value. */
public record Entry(YamlNode key, YamlNode value) {
    /** The text of the key; empty if the key is not a scalar. */
    public String name() {
        return key instanceof YamlNode.Scalar scalar ? scalar.text() : "";
    }
}
