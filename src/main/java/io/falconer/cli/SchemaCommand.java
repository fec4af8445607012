package io.falconer.cli;

import io.falconer.schema.Schemas;
import jakarta.enterprise.inject.Vetoed;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code falconer schema}: prints the JSON Schemas of the formats. */
@Command(
        name = "schema",
        header = "Print the JSON Schema of policies or suites.",
        description = {
            "Print the JSON Schema (draft-07) of policies or suites on standard output. With it, editors validate and"
                    + " complete what you type, and explain each key."
        },
        footer = {
            "  falconer schema policy > .falconer/policy.schema.json",
            "  falconer schema test > .falconer/test.schema.json",
            "  falconer schema policy --templates templates/"
        })
@Vetoed // not a bean: it gets its environment from Main
final class SchemaCommand extends FalconerCommand {
    /** A format that users write. */
    enum Subject {
        POLICY,
        TEST;

        /** Returns the format as the argument spells it. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Parameters(paramLabel = "FORMAT", description = "policy for policies, test for suites.")
    @SuppressWarnings("NullAway.Init") // picocli sets it before it calls the command
    private Subject subject;

    @Mixin
    private final TemplateOptions templates = new TemplateOptions();

    SchemaCommand(Environment environment) {
        super(environment);
    }

    @Override
    ExitCode run(Console console) {
        String schema =
                switch (subject) {
                    case POLICY ->
                        Schemas.policy(templates.read(environment(), console).kinds());
                    case TEST -> Schemas.suite();
                };
        console.write(new Output(Format.JSON, Optional.empty()), schema);
        return ExitCode.HOLDS;
    }
}
