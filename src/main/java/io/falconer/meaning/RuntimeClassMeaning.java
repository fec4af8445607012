package io.falconer.meaning;

import io.falconer.language.Automaton;
import io.falconer.language.Texts;
import io.falconer.language.TooLarge;
import io.falconer.model.Leaf;
import io.falconer.model.Statement;
import io.falconer.policy.Argument;
import io.falconer.policy.ImagePattern;
import io.falconer.policy.TemplateControl;
import io.falconer.policy.View;
import java.util.ArrayList;
import java.util.List;

/** What RuntimeClass forbids. */
final class RuntimeClassMeaning {
    private RuntimeClassMeaning() {}

    /**
     * A pod does not name one of the required classes. If the control names images, it only counts if a container that is not
     * excepted runs one of them. Ephemeral containers do not change the class of their pod.
     */
    static KindMeaning.OfPod ofPods(TemplateControl control, ExceptionMeaning exceptions, int maxContainers)
            throws TooLarge {
        Automaton required = Texts.of(KindMeaning.texts(control, "required"));
        List<ImagePattern> images =
                control.arguments().get("images") instanceof Argument.Images(List<ImagePattern> some)
                        ? some
                        : List.of();
        Automaton these = ImageMeaning.of(images);
        return pods -> {
            Statement without = Statement.not(new Statement.Within(pods.spec().at("runtimeClassName"), required));
            if (images.isEmpty()) {
                return Statement.all(without, Statement.not(exceptions.settings(pods, maxContainers)));
            }
            List<Statement> some = new ArrayList<>();
            for (String family : pods.families()) {
                for (int i = 0; i <= maxContainers; i++) {
                    Leaf container = pods.spec().at(family).at(i);
                    some.add(Statement.all(
                            pods.has(family, container),
                            new Statement.Within(container.at("image"), these),
                            Statement.not(exceptions.container(pods.spec(), container))));
                }
            }
            return Statement.all(without, new Statement.Any(some), Statement.not(exceptions.pod(pods.spec())));
        };
    }

    /** A RuntimeClass is created or changed, and has a handler that is not allowed. */
    static Statement ofObjects(TemplateControl control, View view) throws TooLarge {
        Automaton allowed = Texts.of(KindMeaning.texts(control, "handlers"));
        return ChangedObjects.of(List.of("runtimeclasses"), "node.k8s.io", view, object -> {
            Leaf handler = object.at("handler");
            return Statement.all(new Statement.Present(handler), Statement.not(new Statement.Within(handler, allowed)));
        });
    }
}
