package io.falconer.ruleset;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.falconer.Shared;
import io.falconer.field.EventSource;
import io.falconer.field.Field;
import io.falconer.field.FieldCatalogue;
import io.falconer.text.SourceFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What rules can use depends on the plugins that Falco has. */
class LoadedPluginsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "k8saudit:0.18.0 json:0.7.4 | k8s_audit | ka.verb = x and jevt.value[/a] = y         | Ok",
                "k8saudit-aks:0.6.0         | k8s_audit | ka.verb = x                                | Ok",
                "k8saudit:0.18.0            | k8s_audit | jevt.value[/a] = y      | LOAD_ERR_COMPILE_CONDITION",
                "k8saudit:0.18.0            | k8s_audit | json.value[/a] exists   | LOAD_ERR_COMPILE_CONDITION",
                "json:0.7.4                 | k8s_audit | ka.verb = x             | LOAD_UNKNOWN_SOURCE",
                "container:0.7.1            | k8s_audit | no such condition       | LOAD_UNKNOWN_SOURCE",
                "container:0.7.1            | syscall   | evt.type = open and container.id != host   | Ok",
                "''                         | syscall   | evt.type = open and proc.name = a          | Ok",
                "''                         | syscall   | evt.type = open and container.id != host   | LOAD_ERR_COMPILE_CONDITION",
                "''                         | syscall   | evt.type = open and k8s.ns.name = a        | LOAD_ERR_COMPILE_CONDITION",
                "k8saudit:0.18.0 json:0.7.4 | syscall   | evt.type = open and k8s.ns.name = a        | LOAD_ERR_COMPILE_CONDITION",
                "''             | syscall   | evt.type = open and proc.is_container_healthcheck = true | LOAD_ERR_COMPILE_CONDITION",
                "k8saudit:0.17.0            | k8s_audit | ka.req.pod.initContainers.image exists  | LOAD_ERR_COMPILE_CONDITION",
                "k8saudit:0.18.0            | k8s_audit | ka.req.pod.initContainers.image exists  | Ok",
                "k8saudit:0.99.0            | k8s_audit | ka.req.pod.initContainers.image exists  | Ok",
                "k8saudit:0.1.0             | k8s_audit | ka.req.pod.containers.image exists      | Ok",
                "k8saudit-gke:0.5.0         | k8s_audit | ka.req.pod.containers.name exists       | LOAD_ERR_COMPILE_CONDITION",
                "k8saudit-gke:0.6.1         | k8s_audit | ka.req.pod.containers.name exists       | Ok",
            })
    void rulesUseWhatTheyProvide(String plugins, String source, String condition, String expected) {
        for (Falco falco : Falco.ALL) {
            assertThat(said(emulation(falco, plugins), rule(source, condition, "o")))
                    .as(falco.release())
                    .isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "ka.target.pod.name, k8s_audit, k8saudit:0.9.0",
        "jevt.value[/a], k8s_audit, k8saudit:0.18.0",
        "container.name, syscall, json:0.7.4"
    })
    void outputsToo(String field, String source, String plugins) {
        String condition = source.equals("syscall") ? "evt.type = open" : "ka.verb = x";
        for (Falco falco : Falco.ALL) {
            assertThat(said(emulation(falco, plugins), rule(source, condition, "o %" + field)))
                    .isEqualTo("LOAD_ERR_COMPILE_OUTPUT");
            assertThat(said(Emulation.of(falco), rule(source, condition, "o %" + field)))
                    .isEqualTo("Ok");
        }
    }

    @Test
    void exceptionsToo() {
        String rule = rule("syscall", "evt.type = open", "o") + "  exceptions: [{name: e, fields: [container.name]}]\n";
        assertThat(said(emulation(Falco.NEWEST, ""), rule)).isEqualTo("LOAD_ERR_VALIDATE");
        assertThat(said(emulation(Falco.NEWEST, "container:0.4.0"), rule)).isEqualTo("Ok");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "k8saudit:0.18.0 | k8s_audit | jevt.value[/a] = y | the plugin json provides jevt.value, and --plugins does not name it",
                "k8saudit:0.9.0  | k8s_audit | ka.cluster.name = y | k8saudit has ka.cluster.name since 0.10.0; --plugins names an older version",
                "''              | syscall   | container.id = y | the plugin container provides container.id, and --plugins does not name it",
                "''              | syscall   | container.idd = y | did you mean \"container.id\"?",
                "json:0.7.4      | k8s_audit | ka.verb = y | the plugin k8saudit provides source k8s_audit, and --plugins does not name it",
            })
    void hintsSayWhichPluginIsMissing(String plugins, String source, String condition, String hint) {
        LoadResult result = load(emulation(Falco.NEWEST, plugins), rule(source, condition, "o"));
        assertThat(Stream.concat(result.errors().stream(), result.warnings().stream()))
                .filteredOn(issue -> issue.hint().isPresent())
                .extracting(issue -> issue.hint().orElseThrow())
                .contains(hint);
    }

    /** Recorded: {@code falco --list=syscall} with and without the plugin. */
    @ParameterizedTest
    @ValueSource(strings = {"0.42", "0.45"})
    void withoutTheContainerPluginItsFieldsAreGone(String release) throws IOException {
        FieldCatalogue limited = emulation(Falco.of(release).orElseThrow(), "")
                .withPlugins()
                .dialect()
                .catalogue(EventSource.SYSCALL);
        Set<String> printed = printed(release, "fields-syscall");
        for (String name : printed(release, "fields-syscall-container")) {
            assertThat(limited.find(name).isPresent()).as(name).isEqualTo(printed.contains(name));
        }
    }

    static List<KnownPlugin> known() {
        return KnownPlugin.ALL;
    }

    @ParameterizedTest
    @MethodSource("known")
    void theNewestVersionOfAPluginHasAllItsFields(KnownPlugin plugin) {
        List<Field> own = fields().filter(field -> KnownPlugin.providing(field).contains(plugin))
                .toList();
        assertThat(own).isNotEmpty().allMatch(field -> plugin.has(field, plugin.newest()));
        assertThat(plugin.lowest(own)).isLessThanOrEqualTo(plugin.newest());
    }

    @ParameterizedTest
    @CsvSource({
        "ka.verb,                                    0.7.0,  0.4.0,  0.1.0, 0.1.0, 0.1.0",
        "ka.target.pod.name,                         0.10.0, 0.5.0,  0.3.0, 0.1.0, 0.1.0",
        "ka.req.binding.subjects.user_names,         0.12.0, 0.7.0,  0.5.0, 0.1.0, 0.1.0",
        "ka.validations.admission.policy.failure,    0.13.0, 0.8.0,  0.5.0, 0.2.0, 0.2.0",
        "ka.req.pod.containers.name,                 0.14.0, 0.9.0,  0.6.0, 0.3.0, 0.3.0",
        "ka.req.pod.containers.args,                 0.15.0, 0.9.0,  0.6.0, 0.3.0, 0.3.0",
        "ka.req.pod.ephemeralContainers.image,       0.18.0, 0.12.0, 0.9.0, 0.6.0, 0.6.0"
    })
    void eachPluginForAuditEventsHasALowestVersionForAField(
            String name, String k8saudit, String eks, String gke, String aks, String ovh) {
        Field field = FieldCatalogue.of(EventSource.K8S_AUDIT).find(name).orElseThrow();
        assertThat(KnownPlugin.providing(EventSource.K8S_AUDIT).stream()
                        .map(plugin -> plugin.lowest(List.of(field)).toString()))
                .containsExactly(k8saudit, eks, gke, aks, ovh);
    }

    private static Stream<Field> fields() {
        return Stream.of(EventSource.values()).flatMap(source -> FieldCatalogue.of(source).fields().stream());
    }

    private static Set<String> printed(String release, String file) throws IOException {
        Set<String> names = new TreeSet<>();
        for (JsonNode fields : new ObjectMapper()
                .readTree(Shared.path("catalogues/" + release + "/" + file + ".json")
                        .toFile())
                .get("fieldclasses")) {
            fields.get("fields").forEach(field -> names.add(field.get("name").textValue()));
        }
        return names;
    }

    private static Emulation emulation(Falco falco, String plugins) {
        Map<String, Version> loaded = new HashMap<>();
        for (String plugin : plugins.isEmpty() ? new String[0] : plugins.split(" ")) {
            String[] parts = plugin.split(":");
            loaded.put(parts[0], Version.of(parts[1]).orElseThrow());
        }
        return new Emulation(falco, falco.engine(), loaded);
    }

    private static String rule(String source, String condition, String output) {
        return "- rule: r\n  desc: d\n  condition: " + condition + "\n  output: " + output
                + "\n  priority: NOTICE\n  source: " + source + "\n";
    }

    private static LoadResult load(Emulation emulation, String rules) {
        return new RuleLoader(emulation).load(SourceFile.of("rules.yaml", rules));
    }

    private static String said(Emulation emulation, String rules) {
        LoadResult result = load(emulation, rules);
        List<LoadIssue> issues = new ArrayList<>(result.errors());
        issues.addAll(result.warnings());
        return issues.isEmpty()
                ? "Ok"
                : issues.stream().map(issue -> issue.code().name()).collect(Collectors.joining(" "));
    }
}
