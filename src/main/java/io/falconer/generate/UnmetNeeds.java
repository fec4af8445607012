package io.falconer.generate;

import io.falconer.policy.Control;
import io.falconer.ruleset.Emulation;
import io.falconer.text.Diagnostic;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a Falco cannot say of a policy ({@code not-in-version}): the checks whose rules need another engine, another plugin, or
 * another version of it. It is reported at the control, because the file that Falco would refuse may not exist yet.
 */
final class UnmetNeeds {
    private static final int MOST_CHECKS = 3;

    private final Emulation emulation;
    private final boolean declared;
    private final Map<Said, List<String>> checks = new LinkedHashMap<>();

    /** What is said about a control, at most once. */
    private record Said(Control control, String needed, Optional<String> hint) {}

    private UnmetNeeds(Emulation emulation, boolean declared) {
        this.emulation = emulation;
        this.declared = declared;
    }

    /** @param declared whether an option names the plugins; otherwise the policy does */
    static List<Diagnostic> of(List<Bundle> bundles, Emulation emulation, boolean declared) {
        UnmetNeeds unmet = new UnmetNeeds(emulation, declared);
        bundles.stream().flatMap(bundle -> bundle.needs().stream()).forEach(rule -> rule.control()
                .ifPresent(control -> unmet.rule(control, rule)));
        List<Diagnostic> said = new ArrayList<>();
        unmet.checks.forEach((about, checks) -> {
            Diagnostic error = Diagnostic.error(
                    "not-in-version",
                    subject(about.control(), checks) + " requires " + about.needed(),
                    about.control().scope().place());
            said.add(about.hint().map(error::withHint).orElse(error));
        });
        return said;
    }

    private void rule(Control control, RuleNeeds rule) {
        RequiredEngine engine = rule.engine();
        if (!emulation.engine().serves(engine.version())) {
            add(
                    control,
                    rule,
                    "the engine " + engine.version() + " of Falco " + engine.falco() + ", not " + emulation.engine(),
                    engine.reason());
        }
        rule.plugins().stream()
                .filter(need -> !need.isMetBy(emulation.plugins()))
                .forEach(need -> add(control, rule, "the plugin " + need, Optional.of(hint(need))));
    }

    private void add(Control control, RuleNeeds rule, String needed, Optional<String> hint) {
        checks.computeIfAbsent(new Said(control, needed, hint), key -> new ArrayList<>())
                .add(rule.check());
    }

    private String hint(PluginNeed need) {
        String tooOld = need.tooOld(emulation.plugins());
        return (declared ? "--plugins" : "\"plugins\" of the policy")
                + (tooOld.isEmpty() ? " does not name it" : " names " + tooOld);
    }

    private static String subject(Control control, List<String> checks) {
        return checks.size() > MOST_CHECKS || checks.getFirst().equalsIgnoreCase(control.kind())
                ? control.kind()
                : control.kind() + "/" + String.join(", ", checks);
    }
}
