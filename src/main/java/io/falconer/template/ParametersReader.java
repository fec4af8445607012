package io.falconer.template;

import io.falconer.policy.Parameter;
import io.falconer.policy.ParameterType;
import io.falconer.yaml.Entry;
import io.falconer.yaml.Located;
import io.falconer.yaml.MappingReader;
import io.falconer.yaml.YamlNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads what a template declares: parameters, profiles and constants. */
final class ParametersReader {
    private static final Set<ParameterType> WITH_DEFAULT = Set.of(ParameterType.FLAG, ParameterType.TEXTS);

    private ParametersReader() {}

    static Map<String, Parameter> parameters(MappingReader reader) {
        Map<String, Parameter> parameters = new LinkedHashMap<>();
        for (Entry entry : reader.node().entries()) {
            String name = entry.name();
            if (!(entry.value() instanceof YamlNode.Mapping mapping)) {
                reader.choice(name, ParameterType.byId())
                        .ifPresent(type -> parameters.put(name, new Parameter.Single(type.value())));
            } else if (mapping.get("default").isPresent()) {
                reader.mapping(name).map(ParametersReader::withDefault).ifPresent(p -> parameters.put(name, p));
            } else {
                reader.mapping(name)
                        .map(ParametersReader::columns)
                        .ifPresent(columns -> parameters.put(name, new Parameter.Table(columns)));
            }
        }
        reader.finish();
        return parameters;
    }

    private static Parameter withDefault(MappingReader reader) {
        reader.require("type");
        ParameterType type =
                reader.choice("type", ParameterType.byId()).map(Located::value).orElse(ParameterType.TEXTS);
        if (!WITH_DEFAULT.contains(type)) {
            reader.error(
                    reader.span(),
                    "template-parameter",
                    "a parameter of type " + type.id() + " cannot have a default",
                    "only the types flag and texts accept a default");
        }
        List<String> defaults = type == ParameterType.FLAG
                ? reader.bool("default").map(flag -> String.valueOf(flag.value())).stream()
                        .toList()
                : reader.strings("default").stream().map(Located::value).toList();
        reader.finish();
        return new Parameter.Single(type, defaults);
    }

    private static Map<String, ParameterType> columns(MappingReader reader) {
        Map<String, ParameterType> columns = new LinkedHashMap<>();
        for (Entry entry : reader.node().entries()) {
            reader.choice(entry.name(), ParameterType.byId()).ifPresent(type -> {
                columns.put(entry.name(), type.value());
                if (type.value() == ParameterType.QUANTITIES) {
                    reader.error(
                            type.span(),
                            "template-parameter",
                            "a column cannot have the type quantities",
                            "name the resources in a parameter of this type, and repeat the rule for \"each\"");
                }
            });
        }
        reader.finish();
        return columns;
    }

    static Map<String, List<String>> profiles(MappingReader reader) {
        Map<String, List<String>> profiles = new LinkedHashMap<>();
        for (Entry entry : reader.node().entries()) {
            profiles.put(
                    entry.name(),
                    reader.strings(entry.name()).stream().map(Located::value).toList());
        }
        reader.finish();
        return profiles;
    }

    static Map<String, String> constants(MappingReader reader) {
        Map<String, String> constants = new LinkedHashMap<>();
        for (Entry entry : reader.node().entries()) {
            reader.string(entry.name()).ifPresent(text -> constants.put(entry.name(), text.value()));
        }
        reader.finish();
        return constants;
    }
}
