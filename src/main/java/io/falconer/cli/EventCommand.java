package io.falconer.cli;

import io.falconer.cli.file.UnloadableException;
import io.falconer.event.manifest.AuditEvents;
import io.falconer.event.manifest.AuditOptions;
import io.falconer.event.manifest.AuditView;
import io.falconer.event.manifest.Cluster;
import io.falconer.event.manifest.FieldValidation;
import io.falconer.event.manifest.ManifestObject;
import io.falconer.event.manifest.Manifests;
import io.falconer.event.manifest.Verb;
import io.falconer.text.Diagnostic;
import io.falconer.text.Outcome;
import io.falconer.text.Severity;
import jakarta.enterprise.inject.Vetoed;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code falconer event}: turns Kubernetes manifests into audit events. */
@Command(
        name = "event",
        header = "Turn Kubernetes manifests into audit events.",
        description = {
            "Turn Kubernetes manifests into the audit events that an API server logs for them, one JSON document in each line.",
            "",
            "A Pod gives its creation; ephemeral containers follow as an update of pods/ephemeralcontainers. A workload"
                    + " gives its own creation and the creation of one pod by its controller. Any other object gives its own"
                    + " creation.",
            "",
            "With --with, the stored pods have the defaults of the LimitRanges in their namespace."
        },
        footer = {
            "  falconer event pod.yaml | falconer replay -r rules.yaml -",
            "  falconer event --namespace payments --user alice@example.com manifests/",
            "  falconer event --with limitrange.yaml deployment.yaml",
            "  falconer event --verb delete --view request pod.yaml",
            "  kubectl kustomize overlays/prod | falconer event -"
        })
@Vetoed // not a bean: it gets its environment from Main
final class EventCommand extends FalconerCommand {
    @Parameters(
            paramLabel = "MANIFEST",
            arity = "1..*",
            description = "Files, directories, globs, or - for standard input.")
    private List<String> manifests = List.of();

    @Option(
            names = "--user",
            paramLabel = "USER",
            defaultValue = AuditOptions.ADMINISTRATOR,
            description = "User who sends the requests. Default: ${DEFAULT-VALUE}.")
    private String user = AuditOptions.ADMINISTRATOR;

    @Option(
            names = {"-n", "--namespace"},
            paramLabel = "NS",
            description = "Namespace of all objects. Default: the namespace in each manifest, otherwise default.")
    private Optional<String> namespace = Optional.empty();

    @Option(
            names = "--with",
            paramLabel = "MANIFEST",
            description =
                    "Objects that already exist in the cluster. LimitRanges and ServiceAccounts change the created pods."
                            + " Files, directories, globs, or -. Repeatable.")
    private List<String> with = List.of();

    @Option(
            names = "--verb",
            paramLabel = "VERB",
            defaultValue = "create",
            description = "Verb of the requests: create (the default), update, patch or delete.")
    private Verb verb = Verb.CREATE;

    @Option(
            names = "--validate",
            paramLabel = "WHAT",
            defaultValue = "strict",
            description =
                    "Fields that a kind does not have are strict: errors (the default); warn: warnings; or ignore: dropped.")
    private FieldValidation validation = FieldValidation.STRICT;

    @Option(
            names = "--view",
            paramLabel = "VIEW",
            defaultValue = "admitted",
            description = "request: log only the request; admitted (the default): log the stored object too.")
    private AuditView view = AuditView.ADMITTED;

    @Option(
            names = "--at",
            paramLabel = "INSTANT",
            description = "Time of the first event, such as 2026-03-01T10:00:00Z. Default: now.")
    private Optional<Instant> at = Optional.empty();

    EventCommand(Environment environment) {
        super(environment);
    }

    @Override
    Map<String, List<String>> choices() {
        return Map.of(
                "--verb", List.of("create", "update", "patch", "delete"),
                "--validate", List.of("strict", "warn", "ignore"),
                "--view", List.of("request", "admitted"));
    }

    @Override
    ExitCode run(Console console) {
        if (Stream.concat(manifests.stream(), with.stream())
                        .filter(Input.STANDARD::equals)
                        .count()
                > 1) {
            throw usage("- occurs more than once", "standard input can be read only once");
        }
        Cluster cluster = console.loaded(cluster());
        List<Diagnostic> problems = new ArrayList<>();
        List<ManifestObject> objects = read(manifests, problems);
        console.show(problems);
        AuditOptions options =
                new AuditOptions(user, namespace, verb, validation, view, at.orElseGet(() -> environment()
                        .clock()
                        .instant()));
        AuditEvents.of(objects, options, cluster).forEach(console::printLine);
        return hasErrors(problems) ? ExitCode.UNLOADABLE : ExitCode.HOLDS;
    }

    /** Every manifest must be readable. If a limit were missing, the events would differ from those of any server. */
    private Outcome<Cluster> cluster() {
        List<Diagnostic> problems = new ArrayList<>();
        List<ManifestObject> objects = with.isEmpty() ? List.of() : read(with, problems);
        if (hasErrors(problems)) {
            return Outcome.failed(problems);
        }
        Outcome<Cluster> cluster = Cluster.with(objects, namespace);
        problems.addAll(cluster.diagnostics());
        return new Outcome<>(cluster.value(), problems);
    }

    private static boolean hasErrors(List<Diagnostic> problems) {
        return problems.stream().anyMatch(problem -> problem.severity() == Severity.ERROR);
    }

    /** The objects of the files that can be read. The problems of the others go to {@code problems}. */
    private List<ManifestObject> read(List<String> arguments, List<Diagnostic> problems) {
        List<ManifestObject> objects = new ArrayList<>();
        for (Input input : new Inputs(environment()).find(arguments, Inputs.Kind.MANIFESTS)) {
            Outcome<List<ManifestObject>> read = Manifests.read(input.text(environment()), validation);
            problems.addAll(read.diagnostics());
            objects.addAll(read.value().orElse(List.of()));
        }
        if (objects.isEmpty() && problems.isEmpty()) {
            throw new UnloadableException(
                    Diagnostic.fileError("no-objects", "no Kubernetes object in " + String.join(" ", arguments)));
        }
        return objects;
    }
}
