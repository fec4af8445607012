package io.falconer.meaning;

import io.falconer.language.Automaton;
import io.falconer.language.Texts;
import io.falconer.language.TooLarge;
import io.falconer.model.Leaf;
import io.falconer.model.Statement;
import io.falconer.model.ValueNotation;
import io.falconer.policy.ImagePattern;
import io.falconer.policy.NamespaceMatch;
import io.falconer.policy.PolicyException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a policy says of the process that makes a system call. A namespace or image that Falco does not know is none that a
 * policy names.
 */
final class ProcessMeaning {
    private static final Leaf NAMESPACE = Leaf.ofField("k8s.ns.name");
    private static final Leaf IMAGE = Leaf.ofField("container.image");
    private static final Leaf REPOSITORY = Leaf.ofField("container.image.repository");

    private ProcessMeaning() {}

    static Statement is(String field, List<String> texts) throws TooLarge {
        return new Statement.Within(Leaf.ofField(field), Texts.of(texts));
    }

    /** The system call is one of these, and does not fail. */
    static Statement calls(List<String> names) throws TooLarge {
        return Statement.all(
                is("evt.type", names),
                Statement.not(new Statement.Within(Leaf.ofField("evt.rawres"), ValueNotation.negative())));
    }

    /** The process runs on the host, not in a container. */
    static Statement isOnHost() throws TooLarge {
        return is("container.id", List.of("host"));
    }

    /** A policy or control with this match applies to the namespace of the process. */
    static Statement in(NamespaceMatch match) throws TooLarge {
        return NamespaceMeaning.of(match, ProcessMeaning::ofNamespaces);
    }

    static Statement ofNamespaces(List<String> globs) throws TooLarge {
        return new Statement.Within(NAMESPACE, NamespaceMeaning.names(globs));
    }

    static Statement named(String name) throws TooLarge {
        return is("proc.name", List.of(name));
    }

    /** The process runs one of the images. Falco knows their repositories and their whole references. */
    static Statement runs(List<ImagePattern> images) throws TooLarge {
        List<Statement> any = new ArrayList<>();
        for (ImagePattern image : images) {
            Automaton meant = ImageMeaning.of(List.of(image));
            any.add(new Statement.Within(image.isRepository() ? REPOSITORY : IMAGE, meant));
        }
        return new Statement.Any(any);
    }

    /** The system call is excepted. Its event shows no service account. */
    static Statement excepted(List<PolicyException> holding, String kind, String check) throws TooLarge {
        return new Calls().excepted(holding, kind, check);
    }

    private record Calls() implements ExceptedEvents {
        @Override
        public Statement inNamespaces(List<String> globs) throws TooLarge {
            return ofNamespaces(globs);
        }

        @Override
        public Statement byUser(String name) throws TooLarge {
            return is("user.name", List.of(name));
        }

        @Override
        public Optional<Statement> byProcess(String name) throws TooLarge {
            return Optional.of(named(name));
        }

        @Override
        public Optional<Statement> byImage(ImagePattern image) throws TooLarge {
            return Optional.of(runs(List.of(image)));
        }
    }
}
