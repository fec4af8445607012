package io.falconer.template;

import io.falconer.policy.Argument;
import io.falconer.policy.ControlKind;
import io.falconer.text.Diagnostic;
import io.falconer.text.Outcome;
import io.falconer.text.SourceFile;
import io.falconer.text.TextFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The available rule templates, by the kind of their control. */
public final class Templates {
    /** The kind of the template whose rule reports pods with more containers than a policy checks. */
    public static final String OVERFLOW = "Overflow";

    private final Map<String, Supplier<RuleTemplate>> byControl;
    /** The controls whose templates are not Falconer's. */
    private final Set<String> others;

    private Templates(Map<String, Supplier<RuleTemplate>> byControl, Set<String> others) {
        this.byControl = Collections.unmodifiableMap(byControl);
        this.others = Set.copyOf(others);
    }

    /** No templates, for uses that generate no rules. */
    public static Templates none() {
        return new Templates(Map.of(), Set.of());
    }

    /** The templates of Falconer. */
    public static Templates builtIn() {
        return new Templates(BuiltInTemplates.templates(), Set.of());
    }

    /** These templates, and those of {@code files}, which replace the templates of the same control. */
    public Outcome<Templates> with(List<SourceFile> files) {
        Map<String, Supplier<RuleTemplate>> all = new LinkedHashMap<>(byControl);
        List<Diagnostic> problems = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        boolean failed = false;
        for (SourceFile file : files) {
            Outcome<RuleTemplate> read = TemplateReader.validated(file);
            problems.addAll(read.diagnostics());
            read.value().ifPresent(template -> {
                if (!seen.add(template.control())) {
                    problems.add(Diagnostic.error(
                            "template-name",
                            "another file defines the kind \"" + template.control() + "\" too",
                            template.place("metadata", "name")));
                }
                all.put(template.control(), () -> template);
            });
            failed |= read.value().isEmpty();
        }
        failed |= seen.size() < files.size();
        Set<String> replaced = new HashSet<>(others);
        replaced.addAll(seen);
        return failed ? Outcome.failed(problems) : Outcome.of(new Templates(all, replaced), problems);
    }

    /**
     * These templates, and those in the {@code .yaml} and {@code .yml} files of a directory, at least one, in alphabetical order.
     *
     * @param name the user's name for the directory
     */
    public Outcome<Templates> withDirectory(String name, Path directory) {
        List<SourceFile> files = new ArrayList<>();
        List<Diagnostic> problems = new ArrayList<>();
        try (Stream<Path> entries = Files.list(directory)) {
            List<Path> paths = entries.filter(Templates::isYaml).sorted().toList();
            if (paths.isEmpty()) {
                problems.add(Diagnostic.fileError(
                        "unreadable", "cannot read " + name + ": it has no file that ends in .yaml or .yml"));
            }
            for (Path path : paths) {
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

    /** Whether the control has the template that Falconer has for it. */
    public boolean isBuiltIn(String control) {
        return byControl.containsKey(control) && !others.contains(control);
    }

    /** What policies may set in the controls of each kind. */
    public Map<String, ControlKind> kinds() {
        Map<String, Supplier<RuleTemplate>> kinds = new LinkedHashMap<>(byControl);
        kinds.remove(OVERFLOW);
        return new ControlKinds(kinds);
    }

    /** The control's rules with the policy's values in their holes; empty if no template defines the control. */
    public Optional<List<BoundRule>> bind(String control, Map<String, Argument> arguments) {
        return template(control).map(template -> new RuleBinder(template, arguments).bind());
    }

    /** What the policy requests of a control but no rule of its template can express. */
    public List<Caveat> inexpressible(String control, Map<String, Argument> arguments) {
        return template(control).stream()
                .flatMap(template -> template.inexpressible().stream())
                .filter(caveat -> caveat.holds(arguments))
                .toList();
    }

    private Optional<RuleTemplate> template(String control) {
        return Optional.ofNullable(byControl.get(control)).map(Supplier::get);
    }

    private static boolean isYaml(Path path) {
        String name = path.getFileName().toString();
        return Files.isRegularFile(path) && (name.endsWith(".yaml") || name.endsWith(".yml"));
    }
}
