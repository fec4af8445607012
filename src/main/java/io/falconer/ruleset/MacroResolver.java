package io.falconer.ruleset;

import io.falconer.condition.Expr;
import io.falconer.text.SourceMap;
import io.falconer.text.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Replaces macro references by the macros' trees, as if they were in parentheses (section 1.6). A macro that comes after its
 * use is replaced by its unresolved tree, whose references are then resolved as if they were written at the place of use.
 */
final class MacroResolver {
    /** The error: Falco's message and the reference, as a place in the space of the sources. */
    record Problem(String message, String macro, boolean isLoop, Span span) {}

    /** A resolved tree, or the first problem: reference loops before undefined macros. */
    record Resolution(MacroTree tree, Optional<Problem> problem) {}

    /** A macro that others may name. */
    private sealed interface Visible {
        MacroDef definition();

        /** Not resolved yet, and not named anywhere so far. */
        record Parsed(MacroDef definition, ConditionCompiler.Parsed condition) implements Visible {}

        /** Not resolved yet. Its references are resolved at each place that names it. Its places lie in {@code block}. */
        record Unresolved(MacroDef definition, Expr expr, SourceMap.Builder.Block block) implements Visible {}

        /** A tree without references, whose places lie in {@code block}. */
        record Resolved(MacroDef definition, MacroTree tree, SourceMap.Builder.Block block) implements Visible {}
    }

    private final SourceMap.Builder sources;
    private final Map<String, Visible> macros = new HashMap<>();
    private final Set<String> used = new HashSet<>();

    /** A resolver that adds the texts of what it resolves to {@code sources}. */
    MacroResolver(SourceMap.Builder sources) {
        this.sources = sources;
    }

    /** Makes a macro known by its parsed tree. */
    void define(MacroDef macro, ConditionCompiler.Parsed parsed) {
        macros.put(macro.name(), new Visible.Parsed(macro, parsed));
    }

    /** Resolves a macro's own tree. Without a problem, the macro now stands for the result. */
    Resolution resolve(MacroDef macro) {
        int first = sources.count();
        Resolution resolution =
                resolve(laidOut(Optional.ofNullable(macros.get(macro.name())).orElseThrow()), macro.visibility());
        if (resolution.problem().isEmpty()) {
            macros.put(macro.name(), new Visible.Resolved(macro, resolution.tree(), sources.since(first)));
        }
        return resolution;
    }

    /** The tree of a macro, added again at the end of the sources, so that what it uses can follow it there. */
    private Expr laidOut(Visible macro) {
        return switch (macro) {
            case Visible.Parsed own -> laidOut(own.condition());
            case Visible.Unresolved own -> own.expr().shifted(sources.again(own.block()));
            case Visible.Resolved own -> own.tree().expr().shifted(sources.again(own.block()));
        };
    }

    private Expr laidOut(ConditionCompiler.Parsed condition) {
        return condition.expr().shifted(sources.add(condition.text()));
    }

    /** A rule's condition with every macro replaced. */
    Resolution resolve(ConditionCompiler.Parsed condition) {
        return resolve(laidOut(condition), Integer.MAX_VALUE);
    }

    /** Whether a condition resolved so far used the macro. */
    boolean isUsed(String name) {
        return used.contains(name);
    }

    /** A condition with every macro replaced whose first definition is before {@code visibility}. */
    private Resolution resolve(Expr condition, int visibility) {
        Run run = new Run(visibility);
        MacroTree tree = run.resolve(condition, 1);
        Optional<Problem> problem =
                run.loops.stream().findFirst().or(() -> run.unknown.stream().findFirst());
        if (problem.isEmpty()) {
            used.addAll(run.resolved);
        }
        return new Resolution(tree, problem);
    }

    private static MacroTree joined(Expr expr, List<MacroTree> children) {
        long checks = 0;
        int depth = 0;
        for (MacroTree child : children) {
            checks += child.checks();
            depth = Math.max(depth, child.depth());
        }
        if (checks > MacroTree.MAX_CHECKS || depth >= MacroTree.MAX_DEPTH) {
            throw new TooLarge();
        }
        return new MacroTree(expr, (int) checks, depth + 1);
    }

    /** One resolution. It only follows references, never checks. */
    private final class Run {
        private final int visibility;
        private final Set<String> path = new LinkedHashSet<>();
        private final List<Problem> loops = new ArrayList<>();
        private final List<Problem> unknown = new ArrayList<>();
        private final Set<String> resolved = new HashSet<>();
        private int visited;

        Run(int visibility) {
            this.visibility = visibility;
        }

        MacroTree resolve(Expr expr, int depth) {
            if (++visited > MacroTree.MAX_CHECKS || depth > MacroTree.MAX_DEPTH) {
                throw new TooLarge();
            }
            return switch (expr) {
                case Expr.And and -> {
                    List<MacroTree> parts = each(and.operands(), depth);
                    yield joined(new Expr.And(exprs(parts), and.span()), parts);
                }
                case Expr.Or or -> {
                    List<MacroTree> parts = each(or.operands(), depth);
                    yield joined(new Expr.Or(exprs(parts), or.span()), parts);
                }
                case Expr.Not not -> {
                    MacroTree part = resolve(not.operand(), depth + 1);
                    yield joined(new Expr.Not(part.expr(), not.span()), List.of(part));
                }
                case Expr.MacroRef macro -> macro(macro, depth);
                case Expr.Exists leaf -> new MacroTree(expr, 1, 1);
                case Expr.Comparison leaf -> new MacroTree(expr, 1, 1);
            };
        }

        private MacroTree macro(Expr.MacroRef reference, int depth) {
            String name = reference.name();
            Optional<Visible> macro = Optional.ofNullable(macros.get(name))
                    .filter(found -> found.definition().index() < visibility);
            if (macro.isEmpty()) {
                unknown.add(
                        new Problem("Undefined macro '" + name + "' used in filter.", name, false, reference.span()));
                return new MacroTree(reference, 1, 1);
            }
            if (path.contains(name)) {
                loops.add(new Problem("reference loop in macro '" + name + "'", name, true, reference.span()));
                return new MacroTree(reference, 1, 1);
            }
            path.add(name);
            MacroTree tree = use(macro.get(), reference.span(), depth);
            path.remove(name);
            resolved.add(name);
            return tree;
        }

        /** The tree of a macro at the places of this use of it. */
        private MacroTree use(Visible macro, Span reference, int depth) {
            String name = macro.definition().name();
            return switch (macro) {
                case Visible.Parsed known -> use(unresolved(known), reference, depth);
                case Visible.Unresolved known ->
                    resolve(known.expr().shifted(sources.use(known.block(), name, reference)), depth + 1);
                case Visible.Resolved known -> known.tree().shifted(sources.use(known.block(), name, reference));
            };
        }

        private Visible unresolved(Visible.Parsed macro) {
            int first = sources.count();
            Expr expr = laidOut(macro.condition());
            Visible known = new Visible.Unresolved(macro.definition(), expr, sources.since(first));
            macros.put(macro.definition().name(), known);
            return known;
        }

        private List<MacroTree> each(List<Expr> operands, int depth) {
            return operands.stream().map(operand -> resolve(operand, depth + 1)).toList();
        }

        private List<Expr> exprs(List<MacroTree> trees) {
            return trees.stream().map(MacroTree::expr).toList();
        }
    }

    /** The condition has more checks, or is deeper, than {@link MacroTree} allows. */
    static final class TooLarge extends RuntimeException {
        private static final long serialVersionUID = 1L;

        TooLarge() {
            super(
                    "the condition has more than " + MacroTree.MAX_CHECKS + " checks, or is nested deeper than "
                            + MacroTree.MAX_DEPTH + ", once its macros are replaced",
                    null,
                    false,
                    false);
        }
    }
}
