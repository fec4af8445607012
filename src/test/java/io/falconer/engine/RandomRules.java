package io.falconer.engine;

import io.falconer.condition.ConditionParser;
import io.falconer.condition.ParseResult;
import io.falconer.field.EventSource;
import io.falconer.ruleset.ConditionChecker;
import io.falconer.ruleset.OutputFormat;
import io.falconer.ruleset.Priority;
import io.falconer.ruleset.Rule;
import io.falconer.ruleset.RuleSet;
import io.falconer.text.Location;
import io.falconer.text.SourceFile;
import io.falconer.text.SourceMap;
import io.falconer.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Rules and events of few fields and values, so that much of what rules ask for is there and much is not. */
final class RandomRules {
    private static final Location NOWHERE = new Location(SourceFile.of("test", ""), Span.NONE);
    private static final List<String> TEXTS = List.of(
            "ka.verb",
            "ka.verb",
            "ka.target.resource",
            "ka.target.resource",
            "ka.target.subresource",
            "ka.stage",
            "ka.user.name",
            "jevt.value[/verb]",
            "tolower(ka.verb)",
            "concat(ka.verb, \"a\")",
            "join(\"\", ka.user.groups)");
    private static final List<String> LISTS = List.of(
            "ka.user.groups",
            "ka.user.groups",
            "ka.req.pod.containers.image",
            "tolower(ka.user.groups)",
            "getopt(ka.user.groups, \"ab\")");
    private static final List<String> SYSCALL_TEXTS = List.of(
            "evt.type",
            "evt.type",
            "evt.type",
            "proc.name",
            "proc.name",
            "proc.aname",
            "fd.name",
            "concat(proc.name, \"a\")");
    private static final List<String> TYPES = List.of("open", "openat", "close");
    private static final List<String> MORE_TYPES = List.of("open", "openat", "close", "read", "write");
    private static final List<String> VALUES = List.of("a", "b", "A", "\"\"", "get", "\"-a\"");
    private static final List<String> OTHERS = List.of("startswith", "contains", "glob", "icontains", "!=", "endswith");

    private final Random random;
    private final EventSource source;

    RandomRules(long seed, EventSource source) {
        this.random = new Random(seed);
        this.source = source;
    }

    RuleSet rules(int count) {
        List<Rule> rules = new ArrayList<>();
        while (rules.size() < count) {
            String condition = condition(3);
            if (ConditionParser.parse(condition) instanceof ParseResult.Parsed parsed
                    && ConditionChecker.check(parsed.expr(), source).failure().isEmpty()) {
                rules.add(new Rule(
                        rules.size() + " " + condition,
                        source,
                        parsed.expr(),
                        new OutputFormat(List.of()),
                        of(List.of(Priority.values())),
                        List.of(),
                        random.nextInt(8) > 0,
                        "",
                        NOWHERE,
                        new SourceMap.Builder().build()));
            }
        }
        return new RuleSet(rules);
    }

    private String condition(int depth) {
        return switch (depth == 0 ? 0 : random.nextInt(6)) {
            case 1, 2 -> joined(" and ", depth);
            case 3 -> joined(" or ", depth);
            case 4 -> "not (" + condition(depth - 1) + ")";
            default -> check();
        };
    }

    private String joined(String keyword, int depth) {
        List<String> parts = new ArrayList<>();
        for (int i = random.nextInt(2, 4); i > 0; i--) {
            parts.add("(" + condition(depth - 1) + ")");
        }
        return String.join(keyword, parts);
    }

    private String check() {
        if (source == EventSource.K8S_AUDIT && random.nextInt(4) == 0) {
            return of(LISTS) + of(List.of(" in ", " intersects ")) + values(of(VALUES));
        }
        String field = of(source == EventSource.SYSCALL ? SYSCALL_TEXTS : TEXTS);
        String value = of(field.equals("evt.type") ? TYPES : VALUES);
        return switch (random.nextInt(10)) {
            case 0, 1, 2, 3 -> field + " = " + value;
            case 4, 5 -> field + of(List.of(" in ", " intersects ")) + values(value);
            case 6 ->
                field + of(List.of(" = anyof ", " = oneof ", " = allof ", " != allof ", " != anyof ")) + values(value);
            case 7 -> field + " exists";
            case 8 -> field + " = val(" + of(source == EventSource.SYSCALL ? SYSCALL_TEXTS : TEXTS) + ")";
            default -> field + " " + of(OTHERS) + " " + value;
        };
    }

    /** A list of up to three values, now and then the same one twice. */
    private String values(String one) {
        return switch (random.nextInt(5)) {
            case 0 -> "()";
            case 1 -> "(" + one + ")";
            case 2 -> "(" + one + ", " + one + ")";
            default -> "(" + one + ", " + (TYPES.contains(one) ? of(TYPES) : of(VALUES)) + ")";
        };
    }

    /** A line that an event is read from. */
    String event() {
        if (source == EventSource.SYSCALL) {
            List<String> fields = new ArrayList<>();
            member("evt.type", of(MORE_TYPES)).ifPresent(fields::add);
            member("proc.name", value()).ifPresent(fields::add);
            member("proc.aname[1]", value()).ifPresent(fields::add);
            member("proc.aname[2]", value()).ifPresent(fields::add);
            member("fd.name", value()).ifPresent(fields::add);
            return "{\"source\":\"syscall\",\"fields\":{" + String.join(",", fields) + "}}";
        }
        List<String> members =
                new ArrayList<>(List.of("\"kind\":\"Event\"", "\"stageTimestamp\":\"2024-01-02T16:04:05Z\""));
        if (random.nextInt(20) > 0) {
            members.add("\"auditID\":\"1\"");
        }
        member("verb", value()).ifPresent(members::add);
        member("stage", value()).ifPresent(members::add);
        List<String> target = new ArrayList<>();
        member("resource", value()).ifPresent(target::add);
        member("subresource", value()).ifPresent(target::add);
        members.add("\"objectRef\":{" + String.join(",", target) + "}");
        List<String> groups = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            groups.add("\"" + value() + "\"");
        }
        members.add("\"user\":{\"groups\":[" + String.join(",", groups) + "]"
                + member("username", value()).map(m -> "," + m).orElse("") + "}");
        members.add("\"requestObject\":{\"spec\":{\"containers\":[{"
                + member("image", value()).orElse("") + "},{" + "\"image\":\"" + value() + "\"}]}}");
        return "{" + String.join(",", members) + "}";
    }

    /** Sometimes there is no member, or one that is not a string. */
    private Optional<String> member(String key, String value) {
        return switch (random.nextInt(8)) {
            case 0, 1 -> Optional.empty();
            case 2 -> Optional.of("\"" + key + "\":" + of(List.of("null", "1", "[\"a\"]", "\"a\\u0000b\"")));
            default -> Optional.of("\"" + key + "\":\"" + value + "\"");
        };
    }

    private String value() {
        return of(VALUES).replace("\"", "");
    }

    private <T> T of(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
