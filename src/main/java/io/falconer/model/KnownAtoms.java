package io.falconer.model;

import io.falconer.condition.Expr;
import io.falconer.language.Automaton;
import java.util.HashMap;
import java.util.Map;

/** Atoms that are read once, wherever their checks stand. */
public final class KnownAtoms implements Atoms {
    private final Atoms reader;
    private final Map<Expr, Atom> known = new HashMap<>();

    /** Remembers what {@code reader} read. */
    public KnownAtoms(Atoms reader) {
        this.reader = reader;
    }

    @Override
    public Atom atom(Expr.Exists exists) {
        return known.computeIfAbsent(exists.withoutSpans(), key -> reader.atom(exists));
    }

    @Override
    public Atom atom(Expr.Comparison comparison) {
        return known.computeIfAbsent(comparison.withoutSpans(), key -> reader.atom(comparison));
    }

    @Override
    public Automaton domain(Subject subject) {
        return reader.domain(subject);
    }
}
