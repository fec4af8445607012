package io.falconer.ruleset;

import io.falconer.condition.Expr;
import io.falconer.condition.Grammar;
import io.falconer.condition.ParseResult;
import io.falconer.text.SourceMap;
import io.falconer.text.SourceText;
import io.falconer.text.Span;
import io.falconer.text.TextOrigin;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Makes conditions from texts: replaces lists, parses, replaces macros (section 1.6). The spans of the conditions are in one
 * space, {@link #sources()}.
 */
final class ConditionCompiler {
    /** A parsed condition. Its spans are offsets in {@code text}, in which lists and exceptions are already worked in. */
    record Parsed(SourceText text, Expr expr) {}

    private final Collector collector;
    private final Grammar grammar;
    private final RulesDocuments documents;
    private final ListPaste lists;
    private final SourceMap.Builder sources = new SourceMap.Builder();
    private final MacroResolver resolver = new MacroResolver(sources);

    /** A compiler that knows the lists and macros of {@code collector}. The first wrong macro fails. */
    ConditionCompiler(Collector collector, Grammar grammar, RulesDocuments documents) {
        this.collector = collector;
        this.grammar = grammar;
        this.documents = documents;
        this.lists = new ListPaste(collector.lists(), collector);
        for (MacroDef macro : collector.macros()) {
            resolver.define(macro, parse(macro.condition(), macro.conditionContext()));
        }
        for (MacroDef macro : collector.macros()) {
            resolved(() -> resolver.resolve(macro), macro.condition(), macro.context());
        }
    }

    boolean isUsed(MacroDef macro) {
        return resolver.isUsed(macro.name());
    }

    boolean isUsed(ListDef list) {
        return lists.isUsed(list.name());
    }

    /** The space of the spans of the conditions resolved so far. */
    SourceMap.Builder sources() {
        return sources;
    }

    /** Parses the condition at {@code context}. */
    Parsed parse(SourceText condition, Context context) {
        SourceText text;
        try {
            text = lists.paste(condition);
        } catch (ListPaste.TooLong e) {
            throw tooLarge(e, context);
        }
        requireRoom(text, context);
        return switch (documents.parse(text.text(), grammar)) {
            case ParseResult.Parsed parsed -> new Parsed(text, parsed.expr());
            case ParseResult.Failed failed -> {
                TextOrigin origin = text.origin(word(text, failed.offset()));
                LoadContext where = context.inCondition(new QuotedCondition(text.text()), failed.offset(), origin);
                throw LoadFailure.of(LoadCode.LOAD_ERR_COMPILE_CONDITION, failed.message(), where)
                        .withHint(SyntaxHints.of(text.text(), failed, origin));
            }
        };
    }

    /** Adds another text of a rule to the space of its conditions; returns the place of its offset 0. */
    int place(SourceText text, Context context) {
        requireRoom(text, context);
        return sources.add(text);
    }

    private void requireRoom(SourceText text, Context context) {
        if (text.length() > sources.room()) {
            throw tooLarge(new ListPaste.TooLong(), context);
        }
    }

    /**
     * A rule's condition with every macro replaced.
     *
     * @param condition the text before lists were replaced, which Falco quotes
     * @param rule the rule in which Falco places errors
     */
    Expr resolve(Parsed parsed, SourceText condition, Context rule) {
        return resolved(() -> resolver.resolve(parsed), condition, rule);
    }

    private Expr resolved(Supplier<MacroResolver.Resolution> resolving, SourceText condition, Context item) {
        try {
            MacroResolver.Resolution resolution = resolving.get();
            resolution.problem().ifPresent(problem -> {
                throw unresolved(problem, condition, item);
            });
            return resolution.tree().expr();
        } catch (MacroResolver.TooLarge e) {
            throw tooLarge(e, item);
        }
    }

    private LoadFailure unresolved(MacroResolver.Problem problem, SourceText condition, Context item) {
        TextOrigin origin = sources.origin(problem.span());
        int offset = sources.offsetInText(problem.span().start());
        LoadFailure failure = LoadFailure.of(
                LoadCode.LOAD_ERR_VALIDATE,
                problem.message(),
                item.inCondition(new QuotedCondition(condition.text()), offset, origin));
        if (problem.isLoop()) {
            return failure;
        }
        return collector
                .macro(problem.macro())
                .map(below -> failure.withHint(Optional.of("it is defined below, at "
                        + below.context().location() + "; a macro may only use macros that are defined above it")))
                .orElseGet(() -> failure.withHint(Optional.of(LoadHints.macro(problem.macro(), collector.macros())))
                        .missing(ItemType.MACRO, problem.macro()));
    }

    private static LoadFailure tooLarge(RuntimeException e, Context context) {
        return LoadFailure.of(LoadCode.LOAD_ERR_COMPILE_CONDITION, String.valueOf(e.getMessage()), context.resolve());
    }

    /** From the first character at or after {@code offset} that is not a blank, to the next blank, parenthesis or comma. */
    private static Span word(SourceText text, int offset) {
        String all = text.text();
        int start = Math.min(offset, all.length());
        while (start < all.length() && Character.isWhitespace(all.charAt(start))) {
            start++;
        }
        int end = Math.min(start + 1, all.length());
        while (end < all.length() && " \t\r\n(),".indexOf(all.charAt(end)) < 0) {
            end++;
        }
        return new Span(start, end);
    }
}
