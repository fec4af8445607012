package io.falconer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Golden files that nothing generates any longer do not stay unnoticed. */
class GoldenTest {
    private static final Set<String> GENERATED = Set.of("a.txt", "deep/b.txt");

    @RegisterExtension
    final Workspace workspace = new Workspace();

    @BeforeEach
    void files() {
        GENERATED.forEach(file -> workspace.write(file, "generated"));
    }

    @Test
    void whatIsGeneratedMayBeThere() throws IOException {
        Golden.holdsOnly(workspace.path(), GENERATED, false);
    }

    @Test
    void aFileThatNothingGeneratesFails() {
        workspace.write("deep/old.txt", "from before");
        assertThatThrownBy(() -> Golden.holdsOnly(workspace.path(), GENERATED, false))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("deep/old.txt");
    }

    @Test
    void rewritingDeletesIt() throws IOException {
        workspace.write("deep/old.txt", "from before");
        Golden.holdsOnly(workspace.path(), GENERATED, true);
        assertThat(workspace.path("deep/old.txt")).doesNotExist();
        GENERATED.forEach(file -> assertThat(workspace.path(file)).exists());
    }
}
