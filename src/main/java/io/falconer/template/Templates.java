package io.falconer.template;

import io.falconer.policy.Argument;
import io.falconer.policy.ControlKind;
import io.falconer.text.Diagnostic;
import io.falconer.text.Outcome;
import io.falconer.text.SourceFile;
import io.falconer.text.TextFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The rule templates at hand, by the kind of their control. */
public final class Templates {
    /** The kind of the template whose rule reports pods with more containers than a policy judges. */
    public static final String OVERFLOW = "Overflow";

    private static final List<String> BUILT_IN = List.of(
            "resource-limits.yaml",
            "allowed-images.yaml",
            "listening-sockets.yaml",
            "workload-security.yaml",
            "runtime-class.yaml",
            "service-accounts.yaml",
            "token-access.yaml",
            "protected-objects.yaml",
            "overflow.yaml");

    private final Map<String, RuleTemplate> byControl;

    private Templates(Map<String, RuleTemplate> byControl) {
        this.byControl = Map.copyOf(byControl);
    }

    /** No templates, where no rules are generated. */
    public static Templates none() {
        return new Templates(Map.of());
    }

    /** The templates that come with Falconer; read once, and for an executable when it is built. */
    public static Templates builtIn() {
        return BuiltIn.TEMPLATES;
    }

    // Read by one thread: the builder of executables runs this while its threads wait for one another.
    private static final class BuiltIn {
        static final Templates TEMPLATES = read();
    }

    private static Templates read() {
        Map<String, RuleTemplate> all = new LinkedHashMap<>();
        List<Outcome<RuleTemplate>> read = BUILT_IN.stream()
                .map(name -> TemplateReader.read(resource(name)))
                .toList();
        for (Outcome<RuleTemplate> each : read) {
            RuleTemplate template = each.value()
                    .orElseThrow(
                            () -> new IllegalStateException(each.diagnostics().toString()));
            all.put(template.control(), template);
        }
        return new Templates(all);
    }

    /** The files of the templates that come with Falconer: a test checks them, so that commands need not. */
    static List<SourceFile> builtInFiles() {
        return BUILT_IN.stream().map(Templates::resource).toList();
    }

    /** These templates, and those of {@code files}, which replace those of the same control. */
    public Outcome<Templates> with(List<SourceFile> files) {
        Map<String, RuleTemplate> all = new LinkedHashMap<>(byControl);
        List<Diagnostic> problems = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        boolean failed = false;
        for (SourceFile file : files) {
            Outcome<RuleTemplate> read = TemplateReader.checked(file);
            problems.addAll(read.diagnostics());
            read.value().ifPresent(template -> {
                if (!seen.add(template.control())) {
                    problems.add(Diagnostic.error(
                            "template-name",
                            "another file brings the kind \"" + template.control() + "\" too",
                            template.place("metadata", "name")));
                }
                all.put(template.control(), template);
            });
            failed |= read.value().isEmpty();
        }
        failed |= seen.size() < files.size();
        return failed ? Outcome.failed(problems) : Outcome.of(new Templates(all), problems);
    }

    /**
     * These templates, and those in the {@code .yaml} and {@code .yml} files of a directory, in alphabetical order.
     *
     * @param name what the user calls the directory
     */
    public Outcome<Templates> withDirectory(String name, Path directory) {
        List<SourceFile> files = new ArrayList<>();
        List<Diagnostic> problems = new ArrayList<>();
        try (Stream<Path> entries = Files.list(directory)) {
            for (Path path : entries.filter(Templates::isYaml).sorted().toList()) {
                String shown = Path.of(name).resolve(path.getFileName()).toString();
                Outcome<SourceFile> file = TextFile.read(shown, path);
                problems.addAll(file.diagnostics());
                file.value().ifPresent(files::add);
            }
        } catch (IOException e) {
            problems.add(TextFile.unreadable(name, e));
        } catch (UncheckedIOException e) {
            problems.add(TextFile.unreadable(name, new IOException(e.getMessage(), e)));
        }
        return problems.isEmpty() ? with(files) : Outcome.failed(problems);
    }

    /** What policies may say in the controls of each kind. */
    public Map<String, ControlKind> kinds() {
        Map<String, ControlKind> kinds = new LinkedHashMap<>();
        byControl.values().stream()
                .filter(template -> !template.control().equals(OVERFLOW))
                .forEach(template -> kinds.put(template.control(), template.kind()));
        return kinds;
    }

    /** The control's rules with what the policy says in their holes; empty if no template is at hand for the control. */
    public Optional<List<BoundRule>> bind(String control, Map<String, Argument> arguments) {
        return Optional.ofNullable(byControl.get(control)).map(template -> new Rules(template, arguments).bind());
    }

    /** What no rule of the control's template can say of what the policy asks for. */
    public List<Caveat> inexpressible(String control, Map<String, Argument> arguments) {
        return Optional.ofNullable(byControl.get(control)).stream()
                .flatMap(template -> template.inexpressible().stream())
                .filter(caveat -> caveat.holds(arguments))
                .toList();
    }

    private static boolean isYaml(Path path) {
        String name = path.getFileName().toString();
        return Files.isRegularFile(path) && (name.endsWith(".yaml") || name.endsWith(".yml"));
    }

    private static SourceFile resource(String name) {
        try (InputStream in = Templates.class.getResourceAsStream("/rule-templates/" + name)) {
            if (in == null) {
                throw new IllegalStateException("rule-templates/" + name + " is missing in this build");
            }
            return SourceFile.of("rule-templates/" + name, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
