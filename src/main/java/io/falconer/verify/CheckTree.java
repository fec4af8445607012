package io.falconer.verify;

import io.falconer.condition.Expr;
import io.falconer.language.Automaton;
import io.falconer.model.Atom;
import io.falconer.model.Atoms;
import io.falconer.model.Leaf;
import io.falconer.model.Requirement;
import io.falconer.model.Statement;
import io.falconer.model.Subject;
import java.util.List;

/** What a condition or a statement says, with the checks as atoms. */
sealed interface CheckTree {
    /** All parts hold. */
    record All(List<CheckTree> parts) implements CheckTree {}

    /** At least one part holds. */
    record Any(List<CheckTree> parts) implements CheckTree {}

    /** The part does not hold. */
    record Not(CheckTree part) implements CheckTree {}

    /**
     * One check.
     *
     * @param key equal for checks that are equal, also where the atom does not say what they ask
     */
    record Check(Object key, Atom atom) implements CheckTree {
        static Check of(Subject subject, Requirement requirement) {
            Atom atom = new Atom(List.of(subject), requirement);
            return new Check(atom, atom);
        }
    }

    /** The tree of a condition. */
    static CheckTree of(Expr condition, Atoms reader) {
        return switch (condition) {
            case Expr.And and ->
                new All(and.operands().stream().map(part -> of(part, reader)).toList());
            case Expr.Or or ->
                new Any(or.operands().stream().map(part -> of(part, reader)).toList());
            case Expr.Not not -> new Not(of(not.operand(), reader));
            case Expr.Exists exists -> new Check(exists.withoutSpans(), reader.atom(exists));
            case Expr.Comparison comparison -> new Check(comparison.withoutSpans(), reader.atom(comparison));
            case Expr.MacroRef macro -> throw new IllegalArgumentException("macro " + macro.name());
        };
    }

    /** The tree of a statement. */
    static CheckTree of(Statement statement, Atoms reader) {
        return switch (statement) {
            case Statement.All(List<Statement> parts) ->
                new All(parts.stream().map(part -> of(part, reader)).toList());
            case Statement.Any(List<Statement> parts) ->
                new Any(parts.stream().map(part -> of(part, reader)).toList());
            case Statement.Not(Statement part) -> new Not(of(part, reader));
            case Statement.Present(Leaf leaf) -> Check.of(leaf.subject(), new Requirement.Present());
            case Statement.Within(Leaf leaf, Automaton texts) ->
                Check.of(leaf.subject(), new Requirement.One(reader.values(leaf.subject(), texts)));
        };
    }
}
