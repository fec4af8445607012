package io.falconer.ruleset;

import io.falconer.condition.ConditionParser;
import io.falconer.condition.Expr;
import io.falconer.condition.ParseResult;
import io.falconer.field.EventSource;
import io.falconer.text.Location;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Makes conditions out of texts: replaces lists, parses, replaces macros (section 1.6). */
final class ConditionCompiler {
    /** A condition that was parsed, with the text it was parsed from: lists replaced, exceptions worked in. */
    record Parsed(String text, Expr expr, Context context) {
        Location place(int offset) {
            return ConditionPlace.find(context.location(), text, offset);
        }
    }

    private final Collector collector;
    private final ListPaste lists;
    private final MacroResolver resolver = new MacroResolver();
    private final Map<String, Parsed> macros = new LinkedHashMap<>();

    /** A compiler that knows the lists and macros of {@code collector}; the first macro that is wrong fails. */
    ConditionCompiler(Collector collector) {
        this.collector = collector;
        this.lists = new ListPaste(collector.lists(), collector);
        for (MacroDef macro : collector.macros()) {
            Parsed parsed = parse(macro.condition(), macro.conditionContext());
            macros.put(macro.name(), parsed);
            resolver.define(macro, parsed.expr());
        }
        for (MacroDef macro : collector.macros()) {
            Optional<Parsed> parsed = Optional.ofNullable(macros.get(macro.name()));
            resolved(() -> resolver.resolve(macro), parsed.orElseThrow(), macro.condition(), macro.context());
        }
    }

    boolean isUsed(MacroDef macro) {
        return resolver.isUsed(macro.name());
    }

    boolean isUsed(ListDef list) {
        return lists.isUsed(list.name());
    }

    /** Parses a condition that stands at {@code context}. */
    Parsed parse(String condition, Context context) {
        String text;
        try {
            text = lists.paste(condition);
        } catch (ListPaste.TooLong e) {
            throw tooLarge(e, context);
        }
        return switch (ConditionParser.parse(text)) {
            case ParseResult.Parsed parsed -> new Parsed(text, parsed.expr(), context);
            case ParseResult.Failed failed -> {
                Location place = ConditionPlace.find(context.location(), text, failed.offset());
                LoadContext where = context.inCondition(text, failed.offset(), place);
                throw LoadFailure.of(LoadCode.LOAD_ERR_COMPILE_CONDITION, failed.message(), where)
                        .withHint(LoadHints.syntax(text, failed.offset()));
            }
        };
    }

    /**
     * A rule's condition with every macro replaced.
     *
     * @param condition the text before lists were replaced, which is what Falco quotes
     * @param rule the rule, within which Falco places what is wrong
     */
    Expr resolve(Parsed parsed, String condition, Context rule) {
        return resolved(() -> resolver.resolve(parsed.expr(), Integer.MAX_VALUE), parsed, condition, rule);
    }

    /** Where a check failed that stands in a rule's condition or in one of the macros it uses. */
    Location place(Parsed rule, Check.Failure failure, EventSource source) {
        return Stream.concat(Stream.of(rule), macros.values().stream())
                .filter(parsed -> isToBlame(parsed.expr(), failure, source))
                .findFirst()
                .map(parsed -> parsed.place(failure.span().start()))
                .orElse(rule.context().location());
    }

    private static boolean isToBlame(Expr expr, Check.Failure failure, EventSource source) {
        return switch (expr) {
            case Expr.And and -> and.operands().stream().anyMatch(o -> isToBlame(o, failure, source));
            case Expr.Or or -> or.operands().stream().anyMatch(o -> isToBlame(o, failure, source));
            case Expr.Not not -> isToBlame(not.operand(), failure, source);
            case Expr.MacroRef macro -> false;
            case Expr.Exists check -> fails(check, failure, source);
            case Expr.Comparison check -> fails(check, failure, source);
        };
    }

    private static boolean fails(Expr check, Check.Failure failure, EventSource source) {
        boolean covers = check.span().start() <= failure.span().start()
                && failure.span().end() <= check.span().end();
        Optional<Check.Failure> own =
                ConditionChecker.check(check, source).failure().or(() -> PluginPanic.in(check));
        return covers && own.filter(failure::equals).isPresent();
    }

    private Expr resolved(Supplier<MacroResolver.Resolution> resolving, Parsed parsed, String condition, Context item) {
        try {
            MacroResolver.Resolution resolution = resolving.get();
            resolution.problem().ifPresent(problem -> {
                throw unresolved(problem, parsed, condition, item);
            });
            return resolution.tree().expr();
        } catch (MacroResolver.TooLarge e) {
            throw tooLarge(e, item);
        }
    }

    private LoadFailure unresolved(MacroResolver.Problem problem, Parsed parsed, String condition, Context item) {
        int offset = problem.span().start();
        boolean stands = parsed.text().startsWith(problem.macro(), offset);
        Location place = stands ? parsed.place(offset) : parsed.context().location();
        LoadFailure failure = LoadFailure.of(
                LoadCode.LOAD_ERR_VALIDATE, problem.message(), item.inCondition(condition, offset, place));
        return problem.isLoop()
                ? failure
                : failure.withHint(Optional.of(LoadHints.macro(problem.macro(), collector.macros())));
    }

    private static LoadFailure tooLarge(RuntimeException e, Context context) {
        return LoadFailure.of(LoadCode.LOAD_ERR_COMPILE_CONDITION, String.valueOf(e.getMessage()), context.resolve());
    }
}
