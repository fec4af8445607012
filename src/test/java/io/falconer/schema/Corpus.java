package io.falconer.schema;

import io.falconer.policy.ControlKind;
import io.falconer.policy.ControlKind.ControlCheck;
import io.falconer.policy.ExceptionKey;
import io.falconer.policy.Parameter;
import io.falconer.policy.ParameterType;
import io.falconer.policy.PolicyReader;
import io.falconer.suite.SuiteReader;
import io.falconer.template.Templates;
import io.falconer.text.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Valid policies and suites: all that there are in fixtures, golden files and documentation, and some that use every key. */
final class Corpus {
    private static final Pattern BLOCK = Pattern.compile("```yaml[^\n]*\n(.*?)```", Pattern.DOTALL);
    private static final String HEAD =
            "apiVersion: falconer/v1alpha1\nkind: DetectionPolicy\nmetadata: {name: p}\nspec:\n";

    private Corpus() {}

    /** The built-in kinds, and one with a parameter of each type. */
    static Map<String, ControlKind> kinds() {
        Map<String, ControlKind> kinds = new LinkedHashMap<>(Templates.builtIn().kinds());
        Map<String, Parameter> parameters = new LinkedHashMap<>();
        Map<String, ParameterType> columns = new LinkedHashMap<>();
        for (ParameterType type : ParameterType.values()) {
            if (type != ParameterType.QUANTITIES) {
                columns.put(type.id(), type);
            }
            if (type != ParameterType.PROFILE && type != ParameterType.CHECKS) {
                parameters.put(type.id(), new Parameter.Single(type));
            }
        }
        parameters.put("table", new Parameter.Table(columns));
        parameters.put("preset", new Parameter.Single(ParameterType.TEXTS, List.of("a", "b")));
        parameters.put("on", new Parameter.Single(ParameterType.FLAG, List.of("true")));
        ControlCheck each = check("$key label", Optional.of("key"), Optional.of("keys"), Optional.empty());
        kinds.put("Every", new ControlKind("Every", parameters, Map.of(), List.of(check("always"), each)));
        Map<String, Parameter> optional = new LinkedHashMap<>();
        optional.put("flag", new Parameter.Single(ParameterType.FLAG));
        optional.put("keys", new Parameter.Single(ParameterType.KEYS));
        optional.put("texts", new Parameter.Single(ParameterType.TEXTS));
        kinds.put(
                "Sometimes",
                new ControlKind(
                        "Sometimes",
                        optional,
                        Map.of(),
                        List.of(
                                check("flag", Optional.empty(), Optional.empty(), Optional.of("flag")),
                                check("$key label", Optional.of("key"), Optional.of("keys"), Optional.of("texts")))));
        Map<String, Parameter> chosen = new LinkedHashMap<>(optional);
        chosen.put("only", new Parameter.Single(ParameterType.CHECKS));
        kinds.put(
                "Chosen",
                new ControlKind(
                        "Chosen",
                        chosen,
                        Map.of(),
                        List.of(
                                check("flag", Optional.empty(), Optional.empty(), Optional.of("flag")),
                                check("$key label", Optional.of("key"), Optional.of("keys"), Optional.empty()))));
        return kinds;
    }

    private static ControlCheck check(String words) {
        return check(words, Optional.empty(), Optional.empty(), Optional.empty());
    }

    private static ControlCheck check(
            String words, Optional<String> variable, Optional<String> each, Optional<String> when) {
        return new ControlCheck(words, variable, each, when, ExceptionKey.OF_PODS);
    }

    static Map<String, String> policies() throws IOException {
        Map<String, ControlKind> kinds = kinds();
        return valid(text -> PolicyReader.read(text, kinds).value().isPresent());
    }

    static Map<String, String> suites() throws IOException {
        return valid(text -> text.text().contains("kind: RuleTest")
                && SuiteReader.read(text).value().isPresent());
    }

    private static Map<String, String> valid(Predicate<SourceFile> reader) throws IOException {
        Map<String, String> all = new LinkedHashMap<>();
        for (String root : List.of("fixtures", "src/test/golden")) {
            try (Stream<Path> files = Files.walk(Path.of(root))) {
                for (Path file : files.filter(f -> f.toString().endsWith(".yaml"))
                        .sorted()
                        .toList()) {
                    all.put(file.toString(), Files.readString(file));
                }
            }
        }
        try (Stream<Path> pages = Files.list(Path.of("docs"))) {
            for (Path page :
                    pages.filter(p -> p.toString().endsWith(".md")).sorted().toList()) {
                Matcher block = BLOCK.matcher(Files.readString(page));
                while (block.find()) {
                    all.put(page + ":" + block.start(), whole(block.group(1)));
                }
            }
        }
        Map<String, String> valid = new LinkedHashMap<>();
        all.forEach((name, text) -> {
            if (reader.test(SourceFile.of(name, text))) {
                valid.put(name, text);
            }
        });
        return valid;
    }

    /** A policy around a block that shows a control. */
    private static String whole(String block) {
        return block.startsWith("- kind:") ? HEAD + "  controls:\n" + block.indent(2) : block;
    }
}
