package io.falconer.fuzz;

import java.nio.file.Path;
import java.util.List;

/** All targets. */
public final class FuzzTargets {
    /** The folder with a folder of regression inputs for each target. */
    public static final Path FOLDER = Path.of("src/test/fuzz");

    public static final List<FuzzTarget> ALL = List.of(
            new ConditionTarget(),
            new RulesTarget(),
            new PolicyTarget(),
            new SuiteTarget(),
            new TemplateTarget(),
            new EventTarget(),
            new ManifestTarget(),
            new GlobTarget(),
            new RegexTarget());

    private FuzzTargets() {}

    /** The target with this name. */
    public static FuzzTarget named(String name) {
        return ALL.stream()
                .filter(target -> target.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no target is named " + name + ": there are "
                        + ALL.stream().map(FuzzTarget::name).toList()));
    }
}
