package io.falconer.policy;

import com.google.re2j.Pattern;
import io.falconer.yaml.Located;
import io.falconer.yaml.MappingReader;
import io.falconer.yaml.YamlNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the values that a policy gives for a template, by the types of the template's parameters. */
final class ArgumentReader {
    private static final Pattern KEY = Pattern.compile(NameSyntax.KEY);

    private static final String IS_NO_KEY = "is not a key";
    private static final String KEY_HINT = "use letters, digits and . _ / -";

    private final MappingReader reader;
    private final PolicyValueReader values;

    ArgumentReader(MappingReader reader) {
        this.reader = reader;
        this.values = new PolicyValueReader(reader);
    }

    /** The value of the parameter; empty if it is absent and has no default. */
    Optional<Argument> read(String name, Parameter parameter) {
        return switch (parameter) {
            case Parameter.Table table -> reader.has(name) ? Optional.of(entries(name, table)) : Optional.empty();
            case Parameter.Single single ->
                reader.node(name).isPresent() ? single(name, single.type()) : defaults(single);
        };
    }

    private Optional<Argument> single(String name, ParameterType type) {
        return switch (type) {
            case FLAG -> reader.bool(name).map(flag -> new Argument.Flag(flag.value()));
            case KEYS -> Optional.of(new Argument.Keys(keys(name)));
            case QUANTITIES -> Optional.of(new Argument.Quantities(quantities(name)));
            case TEXT -> values.text(name).map(Argument.Text::new);
            case TEXTS -> Optional.of(new Argument.Texts(values.texts(name)));
            case GLOBS -> Optional.of(new Argument.Globs(values.globs(name)));
            case IMAGES -> Optional.of(new Argument.Images(values.images(name)));
            case REPOSITORIES -> Optional.of(new Argument.Images(values.repositories(name)));
            case TAGS -> Optional.of(new Argument.Tags(values.imageTags(name)));
            case NUMBERS -> Optional.of(new Argument.Numbers(numbers(name)));
            case CHECKS, PROFILE -> Optional.empty();
        };
    }

    private static Optional<Argument> defaults(Parameter.Single single) {
        List<String> defaults = single.defaults();
        if (defaults.isEmpty()) {
            return Optional.empty();
        }
        return switch (single.type()) {
            case FLAG -> Optional.of(new Argument.Flag(defaults.getFirst().equals("true")));
            case TEXTS -> Optional.of(new Argument.Texts(defaults));
            case KEYS, QUANTITIES, TEXT, GLOBS, IMAGES, REPOSITORIES, TAGS, NUMBERS, CHECKS, PROFILE ->
                throw new IllegalStateException("templates may not give defaults of type " + single.type());
        };
    }

    private Argument entries(String name, Parameter.Table table) {
        values.notEmpty(name);
        List<Map<String, Argument>> entries = new ArrayList<>();
        for (MappingReader entry : reader.mappings(name)) {
            ArgumentReader columns = new ArgumentReader(entry);
            Map<String, Argument> row = new LinkedHashMap<>();
            table.columns()
                    .forEach((column, type) -> columns.column(column, type).ifPresent(a -> row.put(column, a)));
            if (entry.isEmpty()) {
                entry.error(
                        entry.span(),
                        "nothing-to-check",
                        "an empty entry of \"" + name + "\" would allow everything",
                        "give at least one of "
                                + String.join(", ", table.columns().keySet()));
            }
            entry.finish();
            entries.add(row);
        }
        return new Argument.Entries(entries);
    }

    /** An entry may write a set as one value: {@code namespace: payments}. */
    private Optional<Argument> column(String name, ParameterType type) {
        Optional<YamlNode> node = reader.node(name);
        if (node.isEmpty()) {
            return Optional.empty();
        }
        if (node.get() instanceof YamlNode.Scalar) {
            switch (type) {
                case GLOBS -> {
                    return values.glob(name).map(glob -> new Argument.Globs(List.of(glob)));
                }
                case IMAGES -> {
                    return values.image(name).map(image -> new Argument.Images(List.of(image)));
                }
                case REPOSITORIES -> {
                    return values.repository(name).map(image -> new Argument.Images(List.of(image)));
                }
                case TEXTS -> {
                    return values.text(name).map(text -> new Argument.Texts(List.of(text)));
                }
                case FLAG, KEYS, QUANTITIES, TEXT, TAGS, NUMBERS, CHECKS, PROFILE -> {}
            }
        }
        return single(name, type);
    }

    private List<String> keys(String name) {
        values.notEmpty(name);
        return values.valid(name, KEY::matches, "bad-key", IS_NO_KEY, KEY_HINT);
    }

    private List<RequiredResource> quantities(String name) {
        return new RequiredResourcesReader(reader, (key, span) -> {
                    if (!KEY.matches(key)) {
                        reader.error(span, "bad-key", "\"" + key + "\" " + IS_NO_KEY, KEY_HINT);
                    }
                    return KEY.matches(key);
                })
                .read(name);
    }

    private List<Integer> numbers(String name) {
        values.notEmpty(name);
        List<Integer> numbers = new ArrayList<>();
        for (Located<String> text : reader.strings(name)) {
            if (text.value().matches("[0-9]{1,9}")) {
                numbers.add(Integer.valueOf(text.value()));
            } else {
                reader.error(text.span(), "bad-number", "\"" + text.value() + "\" is not a whole number");
            }
        }
        return numbers.stream().distinct().toList();
    }
}
