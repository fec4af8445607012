package io.falconer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Links of the documentation to files and headings lead somewhere. */
public class DocLinksTest {
    private static final Pattern FENCE = Pattern.compile("(?ms)^ *```.*?^ *```$");
    private static final Pattern CODE = Pattern.compile("`[^`\n]*`");
    private static final Pattern LINK = Pattern.compile("\\[[^\\[\\]]*]\\(([^()\\s]+)\\)|(?m)^\\[[^\\]]+]: +(\\S+)$");
    private static final Pattern ELSEWHERE = Pattern.compile("[a-z]+:.*");
    private static final Pattern HEADING = Pattern.compile("(?m)^#{1,6} +(.+?)(?: +#+)? *$");

    @Test
    void noLinkIsBroken() throws IOException {
        List<String> broken = new ArrayList<>();
        List<Link> links = links();
        for (Link link : links) {
            if (!leadsSomewhere(link)) {
                broken.add(link.page() + ": " + link.target());
            }
        }
        assertThat(broken).isEmpty();
        assertThat(links).hasSizeGreaterThan(100);
    }

    /** The files and directories that pages link to. */
    public static Set<Path> targets() throws IOException {
        return links().stream().map(Link::file).collect(Collectors.toSet());
    }

    /** A link of a page to a place in the repository. */
    private record Link(Path page, String target) {
        Path file() {
            String file = target.replaceFirst("#.*", "");
            return file.isEmpty() ? page : page.resolveSibling(file).normalize();
        }
    }

    private static List<Link> links() throws IOException {
        List<Link> links = new ArrayList<>();
        for (Path page : pages()) {
            Matcher link = LINK.matcher(prose(Files.readString(page)));
            while (link.find()) {
                String target = link.group(1) == null ? link.group(2) : link.group(1);
                if (!ELSEWHERE.matcher(target).matches()) {
                    links.add(new Link(page, target));
                }
            }
        }
        return links;
    }

    @Test
    void anchorsAreThoseThatGithubMakes() {
        assertThat(anchors("# A page's `code-block`, and_more\n## Good\n```\n# none\n```\n### Good\n"))
                .containsExactlyInAnyOrder("a-pages-code-block-and_more", "good", "good-1");
    }

    private static List<Path> pages() throws IOException {
        try (Stream<Path> docs = Files.walk(Path.of("docs"))) {
            return Stream.concat(
                            Stream.of("README.md", "CONTRIBUTING.md", "CHANGELOG.md")
                                    .map(Path::of),
                            docs.filter(file -> file.toString().endsWith(".md")).sorted())
                    .toList();
        }
    }

    private static boolean leadsSomewhere(Link link) throws IOException {
        int hash = link.target().indexOf('#');
        return Files.exists(link.file())
                && (hash < 0
                        || anchors(Files.readString(link.file()))
                                .contains(link.target().substring(hash + 1)));
    }

    private static Set<String> anchors(String markdown) {
        Map<String, Integer> seen = new HashMap<>();
        Set<String> anchors = new HashSet<>();
        Matcher heading = HEADING.matcher(FENCE.matcher(markdown).replaceAll(""));
        while (heading.find()) {
            String words = heading.group(1)
                    .replaceAll("\\[([^\\]]*)]\\([^)]*\\)", "$1")
                    .toLowerCase(Locale.ROOT);
            String anchor = words.replaceAll("[^\\p{L}\\p{N}_ -]", "").replace(' ', '-');
            int before = seen.merge(anchor, 1, Integer::sum) - 1;
            anchors.add(before == 0 ? anchor : anchor + "-" + before);
        }
        return anchors;
    }

    /** A page without its code, where brackets are not links. */
    private static String prose(String markdown) {
        return CODE.matcher(FENCE.matcher(markdown).replaceAll("")).replaceAll("code");
    }
}
