package io.falconer.yaml;

/** One key of a mapping with its value. */
public record Entry(YamlNode key, YamlNode value) {
    /** The key's text; empty where the key is no scalar. */
    public String name() {
        return key instanceof YamlNode.Scalar scalar ? scalar.text() : "";
    }
}
