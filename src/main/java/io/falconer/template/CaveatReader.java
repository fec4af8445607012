package io.falconer.template;

import io.falconer.policy.Target;
import io.falconer.policy.View;
import io.falconer.yaml.Located;
import io.falconer.yaml.MappingReader;
import java.util.List;
import java.util.Optional;

/** Reads what a template says about how exact its rules are. */
final class CaveatReader {
    static final String INEXPRESSIBLE = "inexpressible";

    private CaveatReader() {}

    static List<Caveat> caveats(MappingReader reader, String key) {
        return reader.mappings(key).stream().map(each -> caveat(each, key)).toList();
    }

    private static Caveat caveat(MappingReader reader, String key) {
        reader.require("reason");
        boolean rule = !key.equals(INEXPRESSIBLE);
        if (!rule) {
            reader.require("what");
        }
        Exactness exactness = rule
                ? reader.choice("exactness", Exactness.byId())
                        .map(Located::value)
                        .orElse(Exactness.EXACT)
                : Exactness.INEXPRESSIBLE;
        Optional<View> view = rule ? reader.choice("view", View.byId()).map(Located::value) : Optional.empty();
        Optional<Target> target = rule ? reader.choice("target", Target.byId()).map(Located::value) : Optional.empty();
        Caveat caveat = new Caveat(
                rule ? "" : reader.string("what").map(Located::value).orElse(""),
                exactness,
                view,
                target,
                reader.string("when").map(Caveat.When::of),
                reader.string("reason").map(Located::value).orElse(""),
                reader.string("narrows").map(Located::value));
        reader.finish();
        return caveat;
    }
}
