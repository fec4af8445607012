package io.falconer.packaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.falconer.Tool;
import io.falconer.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The launcher, with a JDK whose java only says how it was called, in a directory with a blank in its name. */
class LauncherTest {
    /** Makes the archive that it is asked for, as a training run does. */
    private static final String JAVA = """
            #!/bin/sh
            for option in "$@"; do
                case $option in
                    -XX:AOTCacheOutput=* | -XX:ArchiveClassesAtExit=*) echo archive >"${option#*=}"; echo training; exit 0 ;;
                esac
            done
            for option in "$@"; do echo "java $option"; done
            exit 7
            """;

    @RegisterExtension
    final Workspace workspace = new Workspace();

    private Path root;
    private Path jar;

    @BeforeEach
    void project() throws IOException {
        assumeThat(Path.of("/bin/sh")).as("a POSIX shell").isExecutable();
        root = Files.createDirectories(workspace.path("a project"));
        Files.createDirectories(root.resolve(".mvn"));
        Files.createDirectories(root.resolve("target"));
        Files.copy(Path.of("falconer"), root.resolve("falconer"));
        Files.copy(Path.of(".mvn/find-jdk.sh"), root.resolve(".mvn/find-jdk.sh"));
        jar = root.resolve("target/falconer-0.1.0-runner.jar");
        Files.writeString(jar, "jar");
        Files.setLastModifiedTime(jar, FileTime.from(Instant.now().minusSeconds(60)));
        workspace.executable("jdk/bin/java", JAVA);
        workspace.executable("jdk/bin/javac", "#!/bin/sh\n");
        workspace.write("jdk/release", "IMPLEMENTOR=\"X\"\nJAVA_VERSION=\"25.0.1\"\n");
    }

    @Test
    void theJarRunsWithItsArchiveAndTheArgumentsAsGiven() throws Exception {
        Tool ran = launch(root.resolve("falconer"), "event", "a b", "*");
        assertThat(ran.status()).isEqualTo(7);
        assertThat(ran.err()).isEmpty();
        assertThat(ran.out())
                .doesNotContain("training")
                .contains("java -XX:AOTCache=" + archives().getFirst() + "\n");
        assertThat(ran.out()).endsWith("java -jar\njava " + jar.toRealPath() + "\njava event\njava a b\njava *\n");
    }

    /** The java command takes such words for files of arguments, but none after the jar. */
    @Test
    void aFileOfArgumentsIsNeverReadByTheRealJavaEither() throws Exception {
        Path home = Path.of(System.getProperty("java.home"));
        workspace.executable("jdk/bin/java", "#!/bin/sh\nexec '" + home + "/bin/java' \"$@\"\n");
        Files.copy(home.resolve("release"), workspace.path("jdk/release"), StandardCopyOption.REPLACE_EXISTING);
        workspace.write("arguments", "-o json=made.json\n");
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, ArgumentEcho.class.getName());
        String name = ArgumentEcho.class.getName().replace('.', '/') + ".class";
        try (var out = new JarOutputStream(Files.newOutputStream(jar), manifest);
                var in = Objects.requireNonNull(
                        ArgumentEcho.class.getClassLoader().getResourceAsStream(name))) {
            out.putNextEntry(new ZipEntry(name));
            in.transferTo(out);
        }
        assertThat(launch(root.resolve("falconer"), "check", "@arguments").out())
                .isEqualTo("check\n@arguments\n");
    }

    @Test
    void linksAreFollowedFromAnywhere() throws Exception {
        Path one = Files.createDirectories(workspace.path("bin")).resolve("one");
        Files.createSymbolicLink(one, Path.of("../a project/falconer"));
        Path two = Files.createSymbolicLink(workspace.path("two"), one);
        assertThat(launch(two, "x").out()).endsWith("java x\n");
    }

    /** Without it the JVM takes no path that is not ASCII. */
    @ParameterizedTest
    @CsvSource({
        "'', '', '', C.UTF-8",
        "C, '', '', C.UTF-8",
        "'', POSIX, de_DE.UTF-8, C.UTF-8",
        "'', '', de_DE.UTF-8, ''",
        "'', en_US.UTF-8, C, ''",
        "sv_SE.ISO-8859-1, '', '', sv_SE.ISO-8859-1",
    })
    void whereThereIsNoLocaleItIsOneThatKnowsAllCharacters(String all, String ctype, String lang, String given)
            throws Exception {
        workspace.executable("jdk/bin/java", "#!/bin/sh\necho \"${LC_ALL:-}\"\n");
        Map<String, String> locale = Map.of("LC_ALL", all, "LC_CTYPE", ctype, "LANG", lang);
        assertThat(launch(locale, root.resolve("falconer")).out()).isEqualTo(given + "\n");
    }

    @Test
    void theArchiveIsMadeOnceForAJarAndAnewForAnother() throws Exception {
        launch(root.resolve("falconer"));
        Path archive = archives().getFirst();
        for (int seconds : new int[] {-3600, 3600}) { // a jar that comes back, and one of a clock that is ahead
            Files.writeString(archive, "kept");
            Files.setLastModifiedTime(archive, Files.getLastModifiedTime(jar));
            launch(root.resolve("falconer"));
            assertThat(archive).hasContent("kept");
            Files.setLastModifiedTime(jar, FileTime.from(Instant.now().plusSeconds(seconds)));
            launch(root.resolve("falconer"));
            assertThat(archives()).containsExactly(archive);
            assertThat(archive).hasContent("archive");
        }
    }

    @Test
    void aTrainingRunThatFailsIsNotFatalAndNotTriedAgain() throws Exception {
        workspace.executable("jdk/bin/java", "#!/bin/sh\necho ran >>'" + workspace.path() + "/log'\necho out\n");
        assertThat(launch(root.resolve("falconer")).out()).isEqualTo("out\n");
        assertThat(launch(root.resolve("falconer")).out()).isEqualTo("out\n");
        assertThat(workspace.path("log")).hasContent("ran\nran\nran\n");
    }

    @Test
    void anotherJdkAndAnotherPlaceGetArchivesOfTheirOwn() throws Exception {
        launch(root.resolve("falconer"));
        workspace.write("jdk/release", "JAVA_VERSION=\"25.0.2\"\n");
        launch(root.resolve("falconer"));
        assertThat(archives()).hasSize(2);
        root = Files.move(root, workspace.path("moved"));
        launch(root.resolve("falconer"));
        assertThat(archives()).hasSize(3);
    }

    @Test
    void theBuildMakesTheArchiveAndRunsNothing() throws Exception {
        workspace.executable("a project/target/falconer-0.1.0-runner", "#!/bin/sh\necho native \"$@\"\n");
        Tool ran = launch(Map.of("FALCONER_TRAIN_ONLY", "1"), root.resolve("falconer"));
        assertThat(ran.status()).isZero();
        assertThat(ran.out()).isEmpty();
        assertThat(archives()).hasSize(1);
        Files.delete(jar);
        workspace.executable("a project/mvnw", "#!/bin/sh\necho a build within a build\n");
        assertThat(launch(Map.of("FALCONER_TRAIN_ONLY", "1"), root.resolve("falconer")))
                .isEqualTo(new Tool(0, "", ""));
    }

    @Test
    void onlyALongReplayIsCompiledWithAllEffort() throws Exception {
        assertThat(launch(root.resolve("falconer"), "prove", "replay").out())
                .contains("java -XX:TieredStopAtLevel=1\n")
                .doesNotContain("AOTReplayTraining");
        assertThat(launch(root.resolve("falconer"), "replay").out())
                .contains("java -Xmn64m\n", "java -XX:-AOTReplayTraining\n")
                .doesNotContain("TieredStopAtLevel");
    }

    @Test
    void theJdkBefore25GetsAClassDataArchive() throws Exception {
        workspace.write("jdk/release", "JAVA_VERSION=\"21.0.5\"\n");
        assertThat(launch(root.resolve("falconer"), "replay").out())
                .contains("java -XX:SharedArchiveFile=")
                .doesNotContain("AOTReplayTraining");
    }

    @Test
    void aNativeExecutableIsPreferred() throws Exception {
        workspace.executable("a project/target/falconer-0.1.0-runner", "#!/bin/sh\necho native \"$@\"\n");
        assertThat(launch(root.resolve("falconer"), "x").out()).isEqualTo("native x\n");
    }

    @Test
    void withoutAJarItBuildsFirstAndShowsMavenOnlyIfThatFails() throws Exception {
        Files.delete(jar);
        workspace.executable("a project/mvnw", "#!/bin/sh\necho noise\necho jar >'" + jar + "'\n");
        Tool built = launch(root.resolve("falconer"), "x");
        assertThat(built.out()).doesNotContain("noise").endsWith("java x\n");
        assertThat(built.err()).contains("building").doesNotContain("noise");
        Files.delete(jar);
        workspace.executable("a project/mvnw", "#!/bin/sh\necho broken\nexit 1\n");
        Tool failed = launch(root.resolve("falconer"), "x");
        assertThat(failed.status()).isEqualTo(70);
        assertThat(failed.out()).isEmpty();
        assertThat(failed.err()).contains("broken\n", "the build failed");
    }

    private List<Path> archives() throws IOException {
        try (Stream<Path> files = Files.list(root.toRealPath().resolve("target"))) {
            return files.filter(file -> file.toString().endsWith(".cache")).toList();
        }
    }

    private Tool launch(Path launcher, String... arguments) throws Exception {
        return launch(Map.of(), launcher, arguments);
    }

    private Tool launch(Map<String, String> variables, Path launcher, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of("/bin/sh", launcher.toString()));
        command.addAll(List.of(arguments));
        Map<String, String> all =
                new HashMap<>(Map.of("JAVA_HOME", workspace.path("jdk").toString()));
        all.putAll(variables);
        return Tool.run(workspace.path(), all, command.toArray(String[]::new));
    }
}
