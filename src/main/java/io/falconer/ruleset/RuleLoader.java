package io.falconer.ruleset;

import io.falconer.text.SourceFile;
import java.util.List;
import java.util.Optional;

/**
 * Loads rules files one after the other as Falco does (section 1): each may add to, override or use what the files
 * before it define, and after each everything collected so far is compiled anew.
 */
public final class RuleLoader {
    private final Emulation emulation;
    private final RuleSet rules = RuleSet.EMPTY;

    /** A loader that has loaded nothing. */
    public RuleLoader(Emulation emulation) {
        this.emulation = emulation;
    }

    /** Loads one more file. If it is invalid the rules stay those of the files before it. */
    public LoadResult load(SourceFile source) {
        return new LoadResult(source.name(), List.of(), List.of(), Optional.empty());
    }

    /** The rules of the files loaded so far. */
    public RuleSet ruleSet() {
        return rules;
    }

    /** The Falco that is emulated. */
    public Emulation emulation() {
        return emulation;
    }
}
