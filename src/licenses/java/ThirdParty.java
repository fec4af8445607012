import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Writes the licenses and notices of all parts of Falconer into one file, each text once: those that the jars contain,
 * otherwise the Apache License if the part's POM names it, otherwise the file {@code src/licenses/ARTIFACT.txt}. Fails if a part
 * has none of these. The build starts it from its source: it uses only the JDK.
 */
public final class ThirdParty {
    private static final Pattern TEXT =
            Pattern.compile("(?:META-INF/)?(?:LICEN[SC]E|NOTICE|COPYING)[^/]*", Pattern.CASE_INSENSITIVE);
    private static final Pattern LICENSE = Pattern.compile("LICEN[SC]E|COPYING", Pattern.CASE_INSENSITIVE);
    private static final Pattern LICENSES = Pattern.compile("<licenses>(.*?)</licenses>", Pattern.DOTALL);
    private static final Pattern APACHE = Pattern.compile("<name>[^<]*Apache[^<]*2\\.0[^<]*</name>");
    private static final Pattern PARENT = Pattern.compile("<parent>(.*?)</parent>", Pattern.DOTALL);
    private static final String NO_JDK = "none";
    private static final String LINE = "=".repeat(100) + "\n";

    private final TreeSet<String> parts = new TreeSet<>();
    private final Map<String, TreeSet<String>> byText = new LinkedHashMap<>();
    private final List<String> missing = new ArrayList<>();

    private ThirdParty() {}

    /**
     * Fails if a part has no text.
     *
     * @param arguments the file to write; a class path of jars in a Maven repository; the directory {@code legal} of the JDK
     *     whose classes an executable contains, or {@link #NO_JDK}
     */
    public static void main(String[] arguments) throws IOException {
        ThirdParty all = new ThirdParty();
        for (String entry : arguments[1].split(System.getProperty("path.separator"), -1)) {
            if (entry.endsWith(".jar")) {
                all.jar(Path.of(entry));
            }
        }
        if (Files.isDirectory(Path.of(arguments[2]))) {
            all.jdk(Path.of(arguments[2]));
        } else if (!arguments[2].equals(NO_JDK)) {
            System.err.println(
                    "no licenses of a JDK are in " + arguments[2] + ": archives need them, set GRAALVM_HOME");
        }
        if (!all.missing.isEmpty()) {
            System.err.println("no license text for " + all.missing + ": add it to src/licenses");
            System.exit(1);
        }
        Files.createDirectories(Path.of(arguments[0]).toAbsolutePath().getParent());
        Files.writeString(Path.of(arguments[0]), all.text());
    }

    /** Adds a jar at {@code GROUP/ARTIFACT/VERSION/} in its repository. */
    private void jar(Path jar) throws IOException {
        Path version = jar.toAbsolutePath().getParent();
        String artifact = version.getParent().getFileName().toString();
        String part = artifact + " " + version.getFileName();
        boolean licensed = false;
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            for (ZipEntry entry : zip.stream()
                    .filter(e -> TEXT.matcher(e.getName()).matches())
                    .toList()) {
                licensed |= LICENSE.matcher(entry.getName()).find();
                add(part, new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        Path own = Path.of("src/licenses", artifact + ".txt");
        if (!licensed && Files.exists(own)) {
            add(part, Files.readString(own));
        } else if (!licensed && isApache(version.resolve(artifact + "-" + version.getFileName() + ".pom"))) {
            add(part, Files.readString(Path.of("LICENSE")));
        } else if (!licensed) {
            missing.add(part);
        }
    }

    /** Whether a POM, or the nearest of its parents that names a license, names the Apache License. */
    private static boolean isApache(Path pom) throws IOException {
        if (!Files.exists(pom)) {
            return false;
        }
        String text = Files.readString(pom, StandardCharsets.ISO_8859_1);
        Matcher licenses = LICENSES.matcher(text);
        if (licenses.find()) {
            return APACHE.matcher(licenses.group(1)).find();
        }
        Matcher parent = PARENT.matcher(text);
        if (!parent.find()) {
            return false;
        }
        String above = element(parent.group(1), "artifactId");
        String version = element(parent.group(1), "version");
        String group = element(parent.group(1), "groupId").replace('.', '/');
        for (Path root = pom.getParent(); root != null; root = root.getParent()) {
            Path found = root.resolve(group).resolve(above).resolve(version).resolve(above + "-" + version + ".pom");
            if (Files.exists(found)) {
                return isApache(found);
            }
        }
        return false;
    }

    private static String element(String xml, String name) {
        Matcher matcher =
                Pattern.compile("<" + name + ">\\s*(.*?)\\s*</" + name + ">").matcher(xml);
        return matcher.find() ? matcher.group(1) : "";
    }

    /** Adds the texts about the classes of a JDK. */
    private void jdk(Path legal) throws IOException {
        try (Stream<Path> files = Files.walk(legal, FileVisitOption.FOLLOW_LINKS)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                add("JDK, " + legal.relativize(file).getName(0), Files.readString(file, StandardCharsets.ISO_8859_1));
            }
        }
    }

    private void add(String part, String text) {
        parts.add(part);
        byText.computeIfAbsent(
                        text.replace("\r\n", "\n").replaceFirst("^\\s*\n", "").stripTrailing(), t -> new TreeSet<>())
                .add(part);
    }

    private String text() {
        StringBuilder out = new StringBuilder("Falconer contains these parts, under the licenses that follow.\n\n");
        parts.forEach(part -> out.append("  ").append(part).append('\n'));
        byText.entrySet().stream()
                .sorted(Map.Entry.comparingByValue((one, other) -> one.first().compareTo(other.first())))
                .forEach(each -> {
                    out.append('\n').append(LINE);
                    each.getValue().forEach(part -> out.append(part).append('\n'));
                    out.append(LINE).append('\n').append(each.getKey()).append('\n');
                });
        return out.toString();
    }
}
