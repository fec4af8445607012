package io.falconer.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** A strict reader of what our reports use of TAP 14: version, plan, comments, test points and YAML blocks. */
final class TapStream {
    private static final Pattern PLAN = Pattern.compile("1\\.\\.(\\d+)( # SKIP .+)?");
    private static final Pattern POINT =
            Pattern.compile("(not )?ok (\\d+) - ((?:[^\\\\#]|\\\\[\\\\#])*?)(?: # SKIP ((?:[^\\\\#]|\\\\[\\\\#])*))?");

    private final List<String> lines;
    private final List<Point> points = new ArrayList<>();
    private int next;

    private TapStream(String text) {
        this.lines = List.of(text.split("\n"));
    }

    /** A test point. */
    record Point(boolean ok, String description, Optional<String> skip, Optional<Map<String, Object>> block) {}

    static List<Point> read(String text) {
        assertThat(text).endsWith("\n");
        return new TapStream(text).points();
    }

    private List<Point> points() {
        assertThat(lines.get(next++)).isEqualTo("TAP version 14");
        Matcher plan = PLAN.matcher(lines.get(next++));
        assertThat(plan.matches()).isTrue();
        while (next < lines.size()) {
            String line = lines.get(next++);
            if (!line.startsWith("# ")) {
                point(line);
            }
        }
        assertThat(points).hasSize(Integer.parseInt(plan.group(1)));
        return points;
    }

    private void point(String line) {
        Matcher point = POINT.matcher(line);
        assertThat(point.matches()).as(line).isTrue();
        assertThat(point.group(2)).isEqualTo(Integer.toString(points.size() + 1));
        points.add(new Point(
                point.group(1) == null,
                unescaped(point.group(3)),
                Optional.ofNullable(point.group(4)).map(TapStream::unescaped),
                block()));
    }

    private Optional<Map<String, Object>> block() {
        if (next == lines.size() || !lines.get(next).equals("  ---")) {
            return Optional.empty();
        }
        StringBuilder yaml = new StringBuilder();
        next++;
        while (!lines.get(next).equals("  ...")) {
            String line = lines.get(next++);
            assertThat(line.isEmpty() || line.startsWith("  ")).as(line).isTrue();
            yaml.append(line.isEmpty() ? "" : line.substring(2)).append('\n');
        }
        next++;
        return Optional.of(new Yaml(new SafeConstructor(new LoaderOptions())).load(yaml.toString()));
    }

    private static String unescaped(String text) {
        return text.replaceAll("\\\\([\\\\#])", "$1");
    }
}
