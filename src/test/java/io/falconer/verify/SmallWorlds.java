package io.falconer.verify;

import io.falconer.condition.ConditionParser;
import io.falconer.condition.Expr;
import io.falconer.condition.ParseResult;
import io.falconer.engine.Engine;
import io.falconer.engine.RuleMatching;
import io.falconer.event.AuditEvent;
import io.falconer.event.Event;
import io.falconer.event.Origin;
import io.falconer.event.SyscallEvent;
import io.falconer.event.json.Json;
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
import java.util.OptionalInt;

/** All events that differ in one field with few values, and the engine that judges them. */
final class SmallWorlds {
    private static final Location NOWHERE = new Location(SourceFile.of("test", ""), Span.NONE);

    private SmallWorlds() {}

    static Rule rule(Expr condition) {
        return rule(condition, EventSource.SYSCALL);
    }

    private static Rule rule(Expr condition, EventSource source) {
        return new Rule(
                "rule",
                source,
                condition,
                new OutputFormat(List.of()),
                Priority.DEBUG,
                List.of(),
                true,
                "",
                NOWHERE,
                new SourceMap.Builder().build());
    }

    static Engine engine(Expr condition) {
        return Engine.of(new RuleSet(List.of(rule(condition))), RuleMatching.ALL, Priority.DEBUG);
    }

    static Engine engine(Expr condition, EventSource source) {
        return Engine.of(new RuleSet(List.of(rule(condition, source))), RuleMatching.ALL, Priority.DEBUG);
    }

    /** Documents with two leaves, which together have up to {@code length} letters. */
    static List<Event> documents(int length, String... letters) {
        List<String> texts = texts(length, letters);
        List<Event> documents = new ArrayList<>(List.of(document("{}")));
        for (String one : texts) {
            documents.add(document("{\"a\":\"" + one + "\"}"));
            documents.add(document("{\"b\":\"" + one + "\"}"));
            texts.stream()
                    .filter(other -> one.length() + other.length() <= length)
                    .forEach(other -> documents.add(document("{\"a\":\"" + one + "\",\"b\":\"" + other + "\"}")));
        }
        return documents;
    }

    private static Event document(String json) {
        return new AuditEvent(Json.parse(json).orElseThrow(), 1, 0, 0, new Origin("test", 1, OptionalInt.empty()));
    }

    /** The texts of up to {@code length} letters. */
    static List<String> texts(int length, String... letters) {
        List<String> texts = new ArrayList<>(List.of(""));
        for (int i = 0; texts.get(i).length() < length; i++) {
            for (String letter : letters) {
                texts.add(texts.get(i) + letter);
            }
        }
        return texts;
    }

    /** An event without the field, and one with each value. */
    static List<Event> events(String field, List<String> values) {
        List<Event> events = new ArrayList<>(List.of(event("")));
        values.forEach(value -> events.add(event(",\"" + field + "\":\"" + value + "\"")));
        return events;
    }

    static List<Event> ancestors(List<String> names) {
        List<Event> events = events("proc.aname[1]", names);
        for (String first : names) {
            for (String second : names) {
                events.add(event(",\"proc.aname[1]\":\"" + first + "\",\"proc.aname[2]\":\"" + second + "\""));
            }
        }
        return events;
    }

    static Event event(String fields) {
        Json json = Json.parse("{\"evt.type\":\"open\"" + fields + "}").orElseThrow();
        return new SyscallEvent(json, 1, 0, 0, new Origin("test", 1, OptionalInt.empty()), Optional.empty());
    }

    static Expr expr(String condition) {
        return parsed(condition).orElseThrow(() -> new AssertionError("not valid: " + condition));
    }

    static Optional<Expr> parsed(String condition) {
        return parsed(condition, EventSource.SYSCALL);
    }

    static Optional<Expr> parsed(String condition, EventSource source) {
        return ConditionParser.parse(condition) instanceof ParseResult.Parsed parsed
                        && ConditionChecker.check(parsed.expr(), source)
                                .failure()
                                .isEmpty()
                ? Optional.of(parsed.expr())
                : Optional.empty();
    }
}
