package io.falconer.ruleset;

import io.falconer.field.EventSource;
import io.falconer.text.SourceText;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the files read so far define (sections 1.4 and 1.6). Each kind keeps the order of first definitions: what is redefined
 * stays in its place.
 */
final class Collector {
    private final Falco falco;
    private final Map<String, ListDef> lists = new LinkedHashMap<>();
    private final Map<String, MacroDef> macros = new LinkedHashMap<>();
    private final Map<String, RuleDef> rules = new LinkedHashMap<>();
    private final List<PluginRequirement> plugins = new ArrayList<>();
    private int now;

    /** Creates an empty collector for {@code falco}. */
    Collector(Falco falco) {
        this.falco = falco;
    }

    Collection<ListDef> lists() {
        return lists.values();
    }

    Collection<MacroDef> macros() {
        return macros.values();
    }

    Collection<RuleDef> rules() {
        return rules.values();
    }

    Optional<ListDef> list(String name) {
        return Optional.ofNullable(lists.get(name));
    }

    Optional<MacroDef> macro(String name) {
        return Optional.ofNullable(macros.get(name));
    }

    List<PluginRequirement> plugins() {
        return plugins;
    }

    void require(PluginRequirement plugin) {
        plugins.add(plugin);
    }

    void define(String name, List<SourceText> items, Context context) {
        ListDef list = ListDef.defined(name, items, context, now);
        lists.merge(name, list, (old, by) -> old.redefined(by, now));
        now++;
    }

    void append(String name, List<SourceText> items, Context context) {
        if (!lists.containsKey(name)) {
            throw LoadFailure.invalid(
                            "List uses 'append' or 'override.items: append' but no list by that name already exists",
                            context)
                    .withHint(LoadHints.name(name, lists.keySet()))
                    .missing(ItemType.LIST, name);
        }
        lists.computeIfPresent(name, (n, old) -> old.appended(items, now));
        now++;
    }

    void define(String name, SourceText condition, Context context, Context conditionContext) {
        MacroDef macro = MacroDef.defined(name, condition, context, conditionContext, now);
        macros.merge(name, macro, (old, by) -> old.redefined(by, now));
        now++;
    }

    void append(String name, SourceText condition, Context context) {
        if (!macros.containsKey(name)) {
            throw LoadFailure.invalid(
                            "Macro uses 'append' or 'override.condition: append' but no macro by that name already exists",
                            context)
                    .withHint(LoadHints.name(name, macros.keySet()))
                    .missing(ItemType.MACRO, name);
        }
        macros.computeIfPresent(name, (n, old) -> old.appended(condition, context, now));
        now++;
    }

    void define(RuleDef rule, LoadWarnings warnings) {
        Optional<RuleDef> before = Optional.ofNullable(rules.get(rule.name()));
        before.ifPresent(old -> requireSameSource(old, rule.source(), rule.context()));
        Optional<EventSource> source = rule.knownSource(falco);
        if (source.isEmpty()) {
            String message = "Unknown source " + rule.source() + ", skipping";
            warnings.add(LoadCode.LOAD_UNKNOWN_SOURCE, message, rule.context(), LoadHints.source(rule.source()));
        }
        List<ExceptionDef> exceptions = new ArrayList<>();
        for (ExceptionDef exception : rule.exceptions().all()) {
            if (!exception.fields().given()) {
                throw LoadFailure.invalid(
                        "Rule exception item must have fields property with a list of fields", exception.context());
            }
            exceptions.add(new ExceptionCheck(falco, source).checked(exception));
        }
        rules.put(rule.name(), rule.withExceptions(new RuleExceptions(exceptions)));
        now++;
    }

    void append(RuleUpdate update) {
        RuleDef old = Optional.ofNullable(rules.get(update.name())).orElseThrow(() -> LoadFailure.invalid(
                        "Rule uses 'append' or 'override.<key>: append' but no rule by that name already exists",
                        update.context())
                .withHint(LoadHints.name(update.name(), rules.keySet()))
                .missing(ItemType.RULE, update.name()));
        if (update.appendsNothing()) {
            throw LoadFailure.invalid("Appended rule must have exceptions or condition property", update.context());
        }
        update.source().ifPresent(source -> requireSameSource(old, source, update.context()));
        update.exceptions()
                .ifPresent(more -> old.exceptions().append(more, new ExceptionCheck(falco, old.knownSource(falco))));
        rules.put(update.name(), old.appended(update));
        now++;
    }

    void replace(RuleUpdate update) {
        RuleDef old = Optional.ofNullable(rules.get(update.name())).orElseThrow(() -> LoadFailure.invalid(
                        "An 'override.<key>: replace' to a rule was requested but no rule by that name already exists",
                        update.context())
                .withHint(LoadHints.name(update.name(), rules.keySet()))
                .missing(ItemType.RULE, update.name()));
        update.source().ifPresent(source -> requireSameSource(old, source, update.context()));
        rules.put(update.name(), old.replaced(update));
        now++;
    }

    void enable(String name, boolean enabled, Context context) {
        RuleDef old = Optional.ofNullable(rules.get(name)).orElseThrow(() -> LoadFailure.invalid(
                        "Rule has 'enabled' key but no rule by that name already exists", context)
                .withHint(LoadHints.name(name, rules.keySet()))
                .missing(ItemType.RULE, name));
        rules.put(name, old.withEnabled(enabled));
    }

    private static void requireSameSource(RuleDef old, String source, Context context) {
        if (!old.source().equals(source)) {
            throw LoadFailure.invalid("Rule has been re-defined with a different source", context);
        }
    }
}
