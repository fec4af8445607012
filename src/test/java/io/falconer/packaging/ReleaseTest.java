package io.falconer.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.falconer.DocLinksTest;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** What is released: the configuration of JReleaser, and the archives that it is about. */
class ReleaseTest {
    private static final Pattern SOURCE = Pattern.compile("<(?:source|directory|componentDescriptor)>([^<$]+)</");

    private static final Pattern INCLUDE = Pattern.compile("<include>([^<$]+)</");

    @Test
    void jreleaserPublishesTheArchivesThatAreMade() throws IOException {
        Map<String, Object> release = new Yaml().load(Files.readString(Path.of("jreleaser.yml")));
        assertThat(release).containsOnlyKeys("project", "release", "checksum", "signing", "distributions", "files");
        Map<?, ?> falconer = mapping(mapping(release.get("distributions")).get("falconer"));
        assertThat(falconer.get("type")).isEqualTo("BINARY");
        assertThat(paths(falconer.get("artifacts"))).allMatch(path -> path.endsWith(".tar.gz"));
        assertThat(paths(mapping(release.get("files")).get("artifacts")))
                .containsExactly(
                        "artifacts/falconer-{{projectVersion}}-jar.tar.gz",
                        "artifacts/falconer-{{projectVersion}}-jar.zip",
                        "artifacts/falconer-{{projectVersion}}-sbom.json");
        for (Object artifact : (List<?>) falconer.get("artifacts")) {
            assertThat(mapping(artifact).get("path"))
                    .isEqualTo("artifacts/falconer-{{projectVersion}}-"
                            + mapping(artifact).get("platform") + ".tar.gz");
        }
    }

    @Test
    void jreleaserKnowsNoHostOwnerOrSecret() throws IOException {
        assertThat(Path.of("jreleaser.yml"))
                .content()
                .doesNotContain(" owner: ", " token: ", " password: ", " host: ")
                .doesNotContainPattern("://(?!\\{\\{repoHost}})");
    }

    @Test
    void whatArchivesHoldIsThere() throws IOException {
        try (Stream<Path> descriptors = Files.list(Path.of("src/assembly"))) {
            List<Path> all = descriptors.toList();
            assertThat(all).hasSize(3);
            for (Path descriptor : all) {
                assertThat(SOURCE.matcher(Files.readString(descriptor))
                                .results()
                                .map(match -> match.group(1)))
                        .allMatch(source -> Files.exists(Path.of(source)));
            }
        }
    }

    @Test
    void archivesHoldTheLicensesOfAllParts() throws IOException {
        assertThat(Files.readString(Path.of("src/assembly/around.xml")))
                .contains("<include>LICENSE</include>", "<include>THIRD-PARTY.txt</include>");
        assertThat(Files.readString(Path.of("pom.xml"))).contains("${project.build.directory}/THIRD-PARTY.txt");
    }

    /** A reader of an archive has no repository to look into. */
    @Test
    void archivesHoldWhatTheirPagesLinkTo() throws IOException {
        List<PathMatcher> held = INCLUDE.matcher(Files.readString(Path.of("src/assembly/around.xml")))
                .results()
                .map(include -> FileSystems.getDefault().getPathMatcher("glob:" + include.group(1)))
                .toList();
        assertThat(DocLinksTest.targets())
                .hasSizeGreaterThan(50)
                .allMatch(target -> Files.isDirectory(target) || held.stream().anyMatch(each -> each.matches(target)));
    }

    @Test
    void thePagesNameInputsAndHooksAsTheyAre() throws IOException {
        String page = Files.readString(Path.of("docs/ci.md"));
        Map<String, Object> action = new Yaml().load(Files.readString(Path.of("action.yml")));
        assertThat(mapping(action.get("inputs")).keySet()).allMatch(input -> page.contains("| `" + input + "` |"));
        List<Map<String, Object>> hooks = new Yaml().load(Files.readString(Path.of(".pre-commit-hooks.yaml")));
        assertThat(Pattern.compile("- id: (\\S+)").matcher(page).results().map(this::first))
                .hasSize(hooks.size())
                .allMatch(id -> hooks.stream().anyMatch(hook -> id.equals(hook.get("id"))));
    }

    private String first(MatchResult match) {
        return match.group(1);
    }

    private static Stream<String> paths(Object artifacts) {
        return ((List<?>) artifacts)
                .stream().map(artifact -> mapping(artifact).get("path").toString());
    }

    private static Map<?, ?> mapping(Object node) {
        return (Map<?, ?>) node;
    }
}
