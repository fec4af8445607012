package io.falconer.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.falconer.condition.ConditionParser;
import io.falconer.condition.Expr;
import io.falconer.condition.ParseResult;
import io.falconer.engine.Engine;
import io.falconer.engine.RuleMatching;
import io.falconer.event.Event;
import io.falconer.event.Origin;
import io.falconer.event.SyscallEvent;
import io.falconer.event.json.Json;
import io.falconer.field.EventSource;
import io.falconer.ruleset.ConditionChecker;
import io.falconer.ruleset.Falco;
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
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is proved about conditions is held against all events of small worlds, which the engine judges. */
class ConditionsTest {
    private static final Location NOWHERE = new Location(SourceFile.of("test", ""), Span.NONE);
    private static final int CONDITIONS = 3_000;

    private final Random random = new Random(17);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            proc.name = a and proc.name = b                                   | impossible
            proc.name in (a, b) and proc.name in (b, c)                       | possible
            proc.name in (a, b) and not proc.name in (a, b, c)                | impossible
            proc.name pmatch (a) and proc.name startswith b                    | impossible
            proc.name glob "a*" and not proc.name startswith a                | impossible
            proc.name regex "a+b" and proc.name endswith a                    | impossible
            tolower(proc.name) = a and proc.name = A                          | possible
            tolower(proc.name) = a and proc.name = b                          | impossible
            basename(proc.exepath) = sh and proc.exepath endswith bash        | impossible
            not proc.name exists and proc.name != a                           | impossible
            not proc.name = a and not proc.name != a                          | possible
            evt.type exists and not evt.type = open and not evt.type != open  | impossible
            not evt.type = open and not evt.type != open                      | impossible
            fd.num < 3 and fd.num > 2                                         | impossible
            fd.num < 3 and fd.num > 1                                         | possible
            fd.num < 0 and fd.num > 5                                         | impossible
            fd.sport < 1024 and fd.sport in (8080, 9090)                      | impossible
            evt.is_open_read = true and evt.is_open_read = false              | impossible
            evt.is_open_read exists and not evt.is_open_read = true and not evt.is_open_read = false | impossible
            fd.snet in ("10.0.0.0/8") and fd.snet in ("10.1.0.0/16")          | possible
            fd.snet in ("10.0.0.0/8") and fd.snet in ("11.0.0.0/8")           | impossible
            proc.aname = a and proc.aname = b                                 | possible
            proc.aname = a and not proc.aname in (a, b)                       | impossible
            proc.aname[2] = a and proc.aname[2] = b                           | impossible
            proc.name = oneof (a, a)                                          | impossible
            proc.name contains oneof (a, b) and proc.name = ab                | impossible
            proc.name contains allof (a, b) and proc.name = ab                | possible
            fd.name = val(proc.name) and not proc.name exists                 | impossible
            fd.name = val(proc.name) and not fd.name = val(proc.name)         | impossible
            """)
    void decides(String condition, String expected) {
        assertThat(isPossible(condition) ? "possible" : "impossible").isEqualTo(expected);
    }

    /** Six letters are enough for conditions of four checks with constants of two letters, two ancestors for two checks. */
    @Test
    void agreesWithAllEventsOfASmallWorld() {
        List<Event> texts = events("proc.name", texts(6, "a", "A", "b", "B"));
        List<Event> numbers = events("fd.num", List.of("-2", "-1", "0", "1", "2", "3"));
        List<Event> lists = ancestors(texts(5, "a", "B"));
        int impossible = 0;
        for (int i = 0; i < CONDITIONS; i++) {
            String field = List.of("proc.name", "fd.num", "proc.aname").get(i % 3);
            String condition = Stream.generate(() -> condition(field, field.equals("proc.aname") ? 1 : 2))
                    .filter(text -> parsed(text).isPresent())
                    .findFirst()
                    .orElseThrow();
            List<Event> world = i % 3 == 0 ? texts : i % 3 == 1 ? numbers : lists;
            Engine engine = engine(condition);
            boolean some =
                    world.stream().anyMatch(event -> !engine.evaluate(event).isEmpty());
            assertThat(isPossible(condition)).as(condition).isEqualTo(some);
            impossible += some ? 0 : 1;
        }
        assertThat(impossible).isBetween(CONDITIONS / 20, CONDITIONS / 2);
    }

    private static boolean isPossible(String condition) {
        Conditions conditions = new Conditions(EventSource.SYSCALL, Falco.NEWEST, () -> false);
        return switch (conditions.together(List.of(conditions.formula(expr(condition))))) {
            case Conditions.Possible possible -> true;
            case Conditions.Impossible impossible -> false;
            case Conditions.Undecided undecided -> throw new AssertionError(condition + ": " + undecided.reason());
        };
    }

    private String condition(String field, int depth) {
        return switch (random.nextInt(depth == 0 ? 1 : 4)) {
            case 1 -> "(" + condition(field, depth - 1) + " and " + condition(field, depth - 1) + ")";
            case 2 -> "(" + condition(field, depth - 1) + " or " + condition(field, depth - 1) + ")";
            case 3 -> "not (" + condition(field, depth - 1) + ")";
            default -> check(field);
        };
    }

    private String check(String field) {
        if (random.nextInt(6) == 0) {
            return field + " exists";
        }
        if (field.equals("fd.num")) {
            return field + " " + of("=", "!=", "<", "<=", ">", ">=") + " " + random.nextInt(-1, 3);
        }
        String operand =
                field.equals("proc.name") ? of(field, field, "tolower(proc.name)", "toupper(proc.name)") : field;
        return switch (random.nextInt(4)) {
            case 0 -> operand + " in (" + constant() + ", " + constant() + ")";
            case 1 ->
                operand + " " + of("contains", "=", "startswith", "glob") + " " + of("oneof", "anyof", "allof") + " ("
                        + constant() + ", " + constant() + ")";
            case 2 -> operand + " glob \"" + of("*", "?", "a*", "*B", "a?*", "[^a]*") + "\"";
            default ->
                operand + " "
                        + of("=", "!=", "<", ">=", "contains", "icontains", "startswith", "endswith", "regex") + " "
                        + constant();
        };
    }

    private String constant() {
        return of("a", "B", "aa", "aB", "Ba", "BB");
    }

    private String of(String... choices) {
        return choices[random.nextInt(choices.length)];
    }

    /** The texts of up to {@code length} letters. */
    private static List<String> texts(int length, String... letters) {
        List<String> texts = new ArrayList<>(List.of(""));
        for (int i = 0; texts.get(i).length() < length; i++) {
            for (String letter : letters) {
                texts.add(texts.get(i) + letter);
            }
        }
        return texts;
    }

    /** An event without the field, and one with each value. */
    private static List<Event> events(String field, List<String> values) {
        List<Event> events = new ArrayList<>(List.of(event("")));
        values.forEach(value -> events.add(event(",\"" + field + "\":\"" + value + "\"")));
        return events;
    }

    private static List<Event> ancestors(List<String> names) {
        List<Event> events = events("proc.aname[1]", names);
        for (String first : names) {
            for (String second : names) {
                events.add(event(",\"proc.aname[1]\":\"" + first + "\",\"proc.aname[2]\":\"" + second + "\""));
            }
        }
        return events;
    }

    private static Event event(String fields) {
        Json json = Json.parse("{\"evt.type\":\"open\"" + fields + "}").orElseThrow();
        return new SyscallEvent(json, 1, 0, 0, new Origin("test", 1, OptionalInt.empty()));
    }

    private static Engine engine(String condition) {
        Rule rule = new Rule(
                "rule",
                EventSource.SYSCALL,
                expr(condition),
                new OutputFormat(List.of()),
                Priority.DEBUG,
                List.of(),
                true,
                "",
                NOWHERE,
                new SourceMap.Builder().build());
        return Engine.of(new RuleSet(List.of(rule)), RuleMatching.ALL, Priority.DEBUG);
    }

    private static Expr expr(String condition) {
        return parsed(condition).orElseThrow(() -> new AssertionError("not valid: " + condition));
    }

    private static Optional<Expr> parsed(String condition) {
        return ConditionParser.parse(condition) instanceof ParseResult.Parsed parsed
                        && ConditionChecker.check(parsed.expr(), EventSource.SYSCALL)
                                .failure()
                                .isEmpty()
                ? Optional.of(parsed.expr())
                : Optional.empty();
    }
}
