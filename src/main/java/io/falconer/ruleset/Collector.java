package io.falconer.ruleset;

import io.falconer.field.EventSource;
import io.falconer.text.SourceText;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;

/**
 * What the files read so far define (sections 1.4 and 1.6). Each kind keeps the order of first definitions; what is
 * redefined stays where it was.
 */
final class Collector {
    private final Map<String, ListDef> lists = new LinkedHashMap<>();
    private final Map<String, MacroDef> macros = new LinkedHashMap<>();
    private final Map<String, RuleDef> rules = new LinkedHashMap<>();
    private final List<PluginRequirement> plugins = new ArrayList<>();
    private int now;

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

    List<PluginRequirement> plugins() {
        return plugins;
    }

    void require(PluginRequirement plugin) {
        plugins.add(plugin);
    }

    void define(String name, List<SourceText> items, Context context) {
        ListDef list = new ListDef(name, items, context, now, now);
        lists.merge(name, list, (old, by) -> old.redefined(by, now));
        now++;
    }

    void append(String name, List<SourceText> items, Context context) {
        ListDef more = new ListDef(name, items, context, now, now);
        if (!lists.containsKey(name)) {
            throw LoadFailure.invalid(
                            "List uses 'append' or 'override.items: append' but no list by that name already exists",
                            context)
                    .withHint(LoadHints.name(name, lists.keySet()));
        }
        lists.merge(name, more, (old, by) -> old.appended(by, now));
        now++;
    }

    void define(String name, SourceText condition, Context context, Context conditionContext) {
        MacroDef macro = new MacroDef(name, condition, context, conditionContext, now, now);
        macros.merge(name, macro, (old, by) -> old.redefined(by, now));
        now++;
    }

    void append(String name, SourceText condition, Context context, Context conditionContext) {
        MacroDef more = new MacroDef(name, condition, context, conditionContext, now, now);
        if (!macros.containsKey(name)) {
            throw LoadFailure.invalid(
                            "Macro uses 'append' or 'override.condition: append' but no macro by that name already exists",
                            context)
                    .withHint(LoadHints.name(name, macros.keySet()));
        }
        macros.merge(name, more, (old, by) -> old.appended(by, now));
        now++;
    }

    void define(RuleDef rule, LoadWarnings warnings) {
        Optional<RuleDef> before = Optional.ofNullable(rules.get(rule.name()));
        before.ifPresent(old -> requireSameSource(old, rule.source(), rule.context()));
        Optional<EventSource> source = rule.knownSource();
        if (source.isEmpty()) {
            String message = "Unknown source " + rule.source() + ", skipping";
            warnings.add(LoadCode.LOAD_UNKNOWN_SOURCE, message, rule.context(), LoadHints.source(rule.source()));
        }
        List<ExceptionDef> exceptions = new ArrayList<>();
        for (ExceptionDef exception : rule.exceptions()) {
            if (!exception.fields().given()) {
                throw LoadFailure.invalid(
                        "Rule exception item must have fields property with a list of fields", exception.context());
            }
            exceptions.add(ExceptionCheck.checked(exception, source));
        }
        rules.put(rule.name(), rule.withExceptions(exceptions));
        now++;
    }

    void append(RuleUpdate update) {
        RuleDef old = Optional.ofNullable(rules.get(update.name())).orElseThrow(() -> LoadFailure.invalid(
                        "Rule uses 'append' or 'override.<key>: append' but no rule by that name already exists",
                        update.context())
                .withHint(LoadHints.name(update.name(), rules.keySet())));
        if (update.appendsNothing()) {
            throw LoadFailure.invalid("Appended rule must have exceptions or condition property", update.context());
        }
        update.source().ifPresent(source -> requireSameSource(old, source, update.context()));
        NavigableSet<String> tags = new TreeSet<>(old.tags());
        update.tags().ifPresent(tags::addAll);
        RuleUpdate joined = new RuleUpdate(
                update.name(),
                update.context(),
                update.source(),
                update.condition().map(more -> appended(old.condition(), more, update)),
                update.output().map(more -> appended(old.output(), more, update)),
                update.description().map(more -> old.description() + " " + more),
                Optional.empty(),
                Optional.of(tags),
                update.exceptions().map(more -> joined(old, more)),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        rules.put(update.name(), old.replaced(joined));
        now++;
    }

    private static SourceText appended(SourceText old, SourceText more, RuleUpdate update) {
        return Appended.to(old, more, update.name(), update.context());
    }

    void replace(RuleUpdate update) {
        RuleDef old = Optional.ofNullable(rules.get(update.name())).orElseThrow(() -> LoadFailure.invalid(
                        "An 'override.<key>: replace' to a rule was requested but no rule by that name already exists",
                        update.context())
                .withHint(LoadHints.name(update.name(), rules.keySet())));
        update.source().ifPresent(source -> requireSameSource(old, source, update.context()));
        rules.put(update.name(), old.replaced(update));
        now++;
    }

    void enable(String name, boolean enabled, Context context) {
        RuleDef old = Optional.ofNullable(rules.get(name)).orElseThrow(() -> LoadFailure.invalid(
                        "Rule has 'enabled' key but no rule by that name already exists", context)
                .withHint(LoadHints.name(name, rules.keySet())));
        rules.put(name, old.withEnabled(enabled));
    }

    private static void requireSameSource(RuleDef old, String source, Context context) {
        if (!old.source().equals(source)) {
            throw LoadFailure.invalid("Rule has been re-defined with a different source", context);
        }
    }

    /** The exceptions of {@code old} with those of an append item (section 4.4). */
    private static List<ExceptionDef> joined(RuleDef old, List<ExceptionDef> more) {
        List<ExceptionDef> all = new ArrayList<>(old.exceptions());
        for (ExceptionDef exception : more) {
            int place = 0;
            while (place < all.size() && !all.get(place).name().equals(exception.name())) {
                place++;
            }
            if (place < all.size()) {
                all.set(place, extended(all.get(place), exception));
            } else {
                all.add(added(exception, old.knownSource()));
            }
        }
        return all;
    }

    private static ExceptionDef extended(ExceptionDef old, ExceptionDef more) {
        if (more.fields().given()) {
            throw LoadFailure.invalid(
                    "Can not append exception fields to existing exception, only values", more.context());
        }
        if (more.comps().given()) {
            throw LoadFailure.invalid(
                    "Can not append exception comps to existing exception, only values", more.context());
        }
        return old.withValues(more.values());
    }

    private static ExceptionDef added(ExceptionDef exception, Optional<EventSource> source) {
        if (!exception.fields().given()) {
            throw LoadFailure.invalid(
                    "Rule exception must have fields property with a list of fields", exception.context());
        }
        if (exception.values().isEmpty()) {
            throw LoadFailure.invalid(
                    "Rule exception must have values property with a list of values", exception.context());
        }
        return ExceptionCheck.checked(exception, source);
    }
}
