package io.falconer.cli.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.falconer.Workspace;
import io.falconer.cli.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A run of {@code generate} was killed between two renames. Every command that reads its files finishes them first. */
@DisabledOnOs(OS.WINDOWS)
class HalfWrittenFilesTest {
    private static final String POLICY = """
            apiVersion: falconer/v1alpha1
            kind: DetectionPolicy
            metadata: {name: p}
            spec:
              maxContainers: 2
              controls: [{kind: WorkloadSecurity, checks: [%s]}]
            """;

    @RegisterExtension
    final Workspace workspace = new Workspace();

    private final List<FileChange> changes = new ArrayList<>();

    /** The rules and the suite of one check are there, those of another one are prepared, and only the suite is renamed. */
    @BeforeEach
    void kill() throws IOException {
        workspace.write("old.yaml", POLICY.formatted("privileged"));
        workspace.write("policy.yaml", POLICY.formatted("hostPorts"));
        generate("old.yaml", "falco");
        generate("policy.yaml", "new");
        Path root = workspace.path("falco").toRealPath();
        StringBuilder journal = new StringBuilder(Journal.FIRST);
        try (Stream<Path> files = Files.walk(workspace.path("new"))) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                Path target = workspace.path("new").relativize(file);
                Files.createDirectories(root.resolve(target).getParent());
                Path replacement = target.resolveSibling(RandomName.with(Journal.REPLACEMENT));
                Files.copy(file, root.resolve(replacement));
                journal.append(Journal.line(replacement));
                changes.add(new FileChange(target, Optional.of(replacement), Optional.empty()));
            }
        }
        Files.writeString(root.resolve(JournalFile.NAME), journal + Journal.lines(changes));
        for (FileChange change : changes) {
            if (change.target().endsWith("p_test.yaml")) {
                change.apply(root);
            }
        }
        assertThat(workspace.read("falco/tests/p_test.yaml")).contains("port of the host");
        assertThat(workspace.read("falco/rules/p_k8s_audit_rules.yaml")).contains("Privileged");
    }

    private void generate(String policy, String directory) {
        assertThat(workspace.run("generate", "-q", policy, "-d", directory).status())
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "check falco/rules/p_k8s_audit_rules.yaml",
                "check falco/rules",
                "check falco",
                "test .",
                "check 'falco/*/p_*rules.yaml'",
                "test falco/tests/p_test.yaml",
                "test falco",
                "prove --falco=0.45 policy.yaml hand.yaml",
                "replay -r falco/rules falco/tests/fixtures",
                "generate --check policy.yaml -d falco"
            })
    void everyCommandThatReadsThemFinishesThem(String command) throws IOException {
        workspace.write("hand.yaml", POLICY.formatted("hostPorts").replace("name: p}", "name: q}"));
        workspace.write(
                "hand_test.yaml",
                workspace
                        .read("falco/tests/p_test.yaml")
                        .replace("../", "falco/")
                        .replace("fixtures/", "falco/tests/fixtures/"));
        Run run = workspace.run(command.replace("'", "").split(" "));
        assertThat(run.status()).as(run.err() + run.out()).isZero();
        assertThat(workspace.read("falco/rules/p_k8s_audit_rules.yaml")).contains("port of the host");
        try (Stream<Path> hidden = Files.walk(workspace.path("falco"))) {
            assertThat(hidden.filter(file -> file.getFileName().toString().startsWith(".falconer")))
                    .isEmpty();
        }
    }

    @Test
    void filesThatTheRunDidNotChangeAreReadAsTheyAre() {
        assertThat(workspace.run("check", "new/rules").status()).isZero();
        assertThat(workspace.run("prove", "policy.yaml", "--falco=0.45").status())
                .isZero();
        assertThat(workspace.path("falco/" + JournalFile.NAME)).exists();
    }

    @Test
    void whatCannotBeFinishedIsNotRead() throws IOException {
        String blocked = RandomName.with(Journal.BEFORE);
        workspace.write("falco/" + blocked + "/file", "in the way");
        String journal = workspace.read("falco/" + JournalFile.NAME);
        workspace.write(
                "falco/" + JournalFile.NAME,
                journal.replace(Journal.FIRST, Journal.FIRST + Journal.line(Path.of(blocked))));
        Run run = workspace.run("test", "falco/tests/p_test.yaml");
        assertThat(run.status()).isEqualTo(3);
        assertThat(run.err())
                .startsWith("error: cannot read falco/tests/p_test.yaml: a run was killed while it changed files in ")
                .endsWith(" [unreadable]\nhint: run that command again\n");
    }
}
