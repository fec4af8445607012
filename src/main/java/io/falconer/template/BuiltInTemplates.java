package io.falconer.template;

import io.falconer.text.ImageBuild;
import io.falconer.text.Outcome;
import io.falconer.text.SourceFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The templates of Falconer. Each is read when it is first needed, because most policies need only a few of them. An executable
 * contains them all, as its build read them.
 */
final class BuiltInTemplates {
    private static final List<String> FILES = List.of(
            "resource-limits",
            "allowed-images",
            "listening-sockets",
            "workload-security",
            "runtime-class",
            "service-accounts",
            "token-access",
            "protected-objects",
            "overflow");

    private static final Map<String, RuleTemplate> READ = new ConcurrentHashMap<>();

    static {
        if (ImageBuild.isRunning()) { // by one thread, because the builder's threads wait for each other
            FILES.forEach(BuiltInTemplates::template);
        }
    }

    private BuiltInTemplates() {}

    /** The templates by the kind of their control. */
    static Map<String, Supplier<RuleTemplate>> templates() {
        Map<String, Supplier<RuleTemplate>> templates = new LinkedHashMap<>();
        FILES.forEach(file -> templates.put(control(file), () -> template(file)));
        return templates;
    }

    /** The files. A test checks them, so commands need not. */
    static Stream<SourceFile> files() {
        return FILES.stream().map(BuiltInTemplates::resource);
    }

    /** {@code ResourceLimits} is in {@code resource-limits}. */
    private static String control(String file) {
        StringBuilder name = new StringBuilder();
        for (String word : file.split("-", -1)) {
            name.append(Character.toUpperCase(word.charAt(0))).append(word.substring(1));
        }
        return name.toString();
    }

    private static RuleTemplate template(String file) {
        return READ.computeIfAbsent(file, name -> {
            Outcome<RuleTemplate> read = TemplateReader.read(resource(name));
            return read.value()
                    .orElseThrow(
                            () -> new IllegalStateException(read.diagnostics().toString()));
        });
    }

    private static SourceFile resource(String name) {
        String path = "rule-templates/" + name + ".yaml";
        try (InputStream in = BuiltInTemplates.class.getResourceAsStream("/" + path)) {
            if (in == null) {
                throw new IllegalStateException(path + " is missing in this build");
            }
            return SourceFile.of(path, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
