package io.falconer.cli;

import io.falconer.field.EventSource;
import io.falconer.report.FieldTable;
import io.falconer.ruleset.Falco;
import jakarta.enterprise.inject.Vetoed;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code falconer fields}: lists the fields of the catalogue. */
@Command(
        name = "fields",
        header = "List the fields that rules may use.",
        description = {"List the fields that conditions and outputs may use, with their types."},
        footer = {
            "  falconer fields --source k8s_audit",
            "  falconer fields -o json | jq -r '.[] | select(.list) | .name'",
            "  falconer fields --falco 0.42",
            "  falconer fields -o markdown=fields.md"
        })
@Vetoed // not a bean: it gets its environment from Main
final class FieldsCommand extends FalconerCommand {
    @Option(
            names = "--source",
            paramLabel = "SOURCE",
            description = "List only the fields of this source: k8s_audit or syscall.")
    private Optional<String> source = Optional.empty();

    @Mixin
    private final FalcoOption falco = new FalcoOption();

    @Mixin
    private final OutputOptions output = new OutputOptions();

    FieldsCommand(Environment environment) {
        super(environment);
    }

    @Override
    List<Format> formats() {
        return List.of(Format.TEXT, Format.JSON, Format.MARKDOWN);
    }

    @Override
    Map<String, List<String>> choices() {
        Map<String, List<String>> choices = new HashMap<>(super.choices());
        choices.put("--source", List.of("k8s_audit", "syscall"));
        return choices;
    }

    @Override
    ExitCode run(Console console) {
        List<EventSource> sources = source.map(this::named).orElse(List.of(EventSource.K8S_AUDIT, EventSource.SYSCALL));
        Falco listed = falco.one(this);
        for (Output to : output.of(this)) {
            FieldTable table = new FieldTable(to.style(console));
            StringBuilder text = new StringBuilder();
            for (EventSource each : sources) {
                text.append(
                        switch (to.format()) {
                            case JSON -> table.json(each, listed.fields(each), text.isEmpty());
                            case MARKDOWN -> table.markdown(each, listed.fields(each));
                            case TEXT,
                                    NDJSON,
                                    SUMMARY,
                                    HTML,
                                    JUNIT,
                                    SARIF,
                                    TAP,
                                    GITHUB,
                                    LCOV,
                                    COBERTURA,
                                    CSV,
                                    ICS,
                                    MUTATION -> table.text(each, listed.fields(each));
                        });
            }
            console.write(to, to.format() == Format.JSON ? text + "\n]\n" : text.toString());
        }
        return ExitCode.HOLDS;
    }

    private List<EventSource> named(String id) {
        return List.of(EventSource.of(id)
                .orElseThrow(() -> usage("unknown source \"" + id + "\"", "sources: k8s_audit, syscall")));
    }
}
