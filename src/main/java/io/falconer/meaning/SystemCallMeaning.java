package io.falconer.meaning;

import io.falconer.field.FieldType;
import io.falconer.language.Texts;
import io.falconer.language.TooLarge;
import io.falconer.model.Leaf;
import io.falconer.model.Statement;
import io.falconer.model.ValueNotation;
import io.falconer.policy.Argument;
import io.falconer.policy.ListeningSockets;
import io.falconer.policy.ListeningSockets.Listener;
import io.falconer.policy.TemplateControl;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What the kinds forbid that look at system calls. */
final class SystemCallMeaning {
    private static final String EVERY_NAMESPACE = "*";
    private static final List<String> TOKENS =
            List.of("/var/run/secrets/kubernetes.io/serviceaccount/", "/run/secrets/kubernetes.io/serviceaccount/");

    private SystemCallMeaning() {}

    /** A process listens on an IP socket, or accepts from one, and no entry allows it. */
    static Statement listeningSockets(ListeningSockets control) throws TooLarge {
        List<Statement> allowed = new ArrayList<>();
        for (Listener listener : control.allow()) {
            allowed.add(allows(listener));
        }
        return Statement.all(
                ProcessMeaning.calls(List.of("listen", "accept", "accept4")),
                ProcessMeaning.is("fd.typechar", List.of("4", "6")),
                control.containersOnly() ? Statement.not(ProcessMeaning.isOnHost()) : Statement.all(),
                Statement.not(new Statement.Any(allowed)));
    }

    private static Statement allows(Listener listener) throws TooLarge {
        List<Statement> parts = new ArrayList<>();
        if (listener.namespace().filter(glob -> !glob.equals(EVERY_NAMESPACE)).isPresent()) {
            parts.add(ProcessMeaning.ofNamespaces(listener.namespace().stream().toList()));
        }
        if (listener.image().isPresent()) {
            parts.add(ProcessMeaning.runs(listener.image().stream().toList()));
        }
        if (listener.process().isPresent()) {
            parts.add(ProcessMeaning.named(listener.process().get()));
        }
        if (!listener.ports().isEmpty()) {
            parts.add(new Statement.Within(
                    Leaf.ofField("fd.sport"), ValueNotation.numbers(listener.ports(), FieldType.PORT)));
        }
        return new Statement.All(parts);
    }

    /** A process opens a file of a token for reading, and no entry allows it. */
    static Statement tokenAccess(TemplateControl control) throws TooLarge {
        List<Statement> allowed = new ArrayList<>();
        if (control.arguments().get("allow") instanceof Argument.Entries(List<Map<String, Argument>> entries)) {
            for (Map<String, Argument> entry : entries) {
                allowed.add(allows(entry));
            }
        }
        return Statement.all(
                ProcessMeaning.calls(List.of("open", "openat", "openat2", "open_by_handle_at", "creat")),
                ProcessMeaning.is("evt.is_open_read", List.of("true")),
                new Statement.Within(Leaf.ofField("fd.name"), Texts.startingWith(TOKENS)),
                Statement.not(new Statement.Any(allowed)));
    }

    private static Statement allows(Map<String, Argument> entry) throws TooLarge {
        List<Statement> parts = new ArrayList<>();
        if (entry.get("image") instanceof Argument.Images images) {
            parts.add(ProcessMeaning.runs(images.images()));
        }
        if (entry.get("process") instanceof Argument.Text(String process)) {
            parts.add(ProcessMeaning.named(process));
        }
        return new Statement.All(parts);
    }
}
