package io.falconer.packaging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.falconer.Tool;
import io.falconer.Workspace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The file with the licenses and notices of all parts, which the build writes with the real ones. */
class ThirdPartyTest {
    @RegisterExtension
    final Workspace workspace = new Workspace();

    @Test
    void eachTextStandsOnceWithThePartsThatHaveIt() throws Exception {
        workspace.write("jdk/legal/java.base/LICENSE", "the JDK's license");
        Tool ran = run(
                workspace.path("jdk/legal").toString(),
                jar("with-texts", "META-INF/LICENSE.txt", "their license", "META-INF/NOTICE", "their notice"),
                jar("same-license", "LICENSE", "their license\r\n"),
                jar("re2j", "a.class", ""),
                apache("says-apache"));
        assertThat(ran).isEqualTo(new Tool(0, "", ""));
        String text = Files.readString(workspace.path("target/THIRD-PARTY.txt"));
        assertThat(text)
                .startsWith(
                        "Falconer contains these parts, under the licenses that follow.\n\n  JDK, java.base\n  re2j 1\n  same-license 1\n"
                                + "  says-apache 1\n  with-texts 1\n")
                .contains(
                        "=\nsame-license 1\nwith-texts 1\n=",
                        "=\nsays-apache 1\n=",
                        "=\n\ntheir notice\n",
                        "=\nJDK, java.base\n=")
                .contains(Files.readString(Path.of("LICENSE")).strip())
                .contains(Files.readString(Path.of("src/licenses/re2j.txt")).strip());
        assertThat(text.split("their license", -1)).hasSize(2);
    }

    @Test
    void aPartWithoutATextFailsTheBuild() throws Exception {
        Tool ran = run("none", jar("only-a-notice", "META-INF/NOTICE", "their notice"), apache("says-apache"));
        assertThat(ran.status()).isEqualTo(1);
        assertThat(ran.err()).isEqualTo("no license text for [only-a-notice 1]: add it to src/licenses\n");
        assertThat(workspace.path("target/THIRD-PARTY.txt")).doesNotExist();
    }

    private Tool run(String jdk, String... jars) throws Exception {
        return Tool.run(
                Path.of("").toAbsolutePath(),
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "src/licenses/java/ThirdParty.java",
                workspace.path("target/THIRD-PARTY.txt").toString(),
                String.join(System.getProperty("path.separator"), jars),
                jdk);
    }

    /** A jar whose parent's POM names the license. */
    private String apache(String artifact) {
        workspace.write("repository/g/parent/2/parent-2.pom", """
                <project><licenses><license><name>The Apache License, Version 2.0</name></license></licenses></project>
                """);
        workspace.write("repository/g/" + artifact + "/1/" + artifact + "-1.pom", """
                <project><parent><groupId>g</groupId><artifactId>parent</artifactId><version>2</version></parent></project>
                """);
        return jar(artifact, "a.class", "");
    }

    /** A jar in a repository, with the names of entries and their texts. */
    private String jar(String artifact, String... entries) {
        Path jar = workspace.write("repository/g/" + artifact + "/1/" + artifact + "-1.jar", "");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(jar))) {
            for (List<String> entry : pairs(entries)) {
                zip.putNextEntry(new ZipEntry(entry.getFirst()));
                zip.write(entry.getLast().getBytes(UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return jar.toString();
    }

    private static List<List<String>> pairs(String... entries) {
        return IntStream.range(0, entries.length / 2)
                .mapToObj(i -> List.of(entries[2 * i], entries[2 * i + 1]))
                .toList();
    }
}
