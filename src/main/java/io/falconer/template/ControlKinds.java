package io.falconer.template;

import io.falconer.policy.ControlKind;
import java.util.AbstractMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The kinds of controls that templates define, by name. Only requested kinds are read. */
final class ControlKinds extends AbstractMap<String, ControlKind> {
    private final Map<String, Supplier<RuleTemplate>> templates;

    ControlKinds(Map<String, Supplier<RuleTemplate>> templates) {
        this.templates = templates;
    }

    @Override
    public @Nullable ControlKind get(@Nullable Object name) {
        Supplier<RuleTemplate> template = templates.get(name);
        return template == null ? null : template.get().kind();
    }

    @Override
    public boolean containsKey(@Nullable Object name) {
        return templates.containsKey(name);
    }

    @Override
    public Set<String> keySet() {
        return templates.keySet();
    }

    @Override
    public Set<Entry<String, ControlKind>> entrySet() {
        Map<String, ControlKind> all = new LinkedHashMap<>();
        templates.forEach((name, template) -> all.put(name, template.get().kind()));
        return all.entrySet();
    }
}
