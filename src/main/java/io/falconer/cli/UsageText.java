package io.falconer.cli;

import io.falconer.text.PrintableText;
import io.falconer.text.Style;
import io.falconer.yaml.Nearest;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Reports what is wrong with a command line: a sentence, a hint if there is one, and a reference to the help. */
final class UsageText {
    private static final Pattern CHOICES =
            Pattern.compile("expected one of \\[(.*)] \\(case-insensitive\\) but was '(.*)'");

    private UsageText() {}

    static String of(ParameterException problem, Style style) {
        ParameterException first = first(problem);
        StringBuilder text =
                new StringBuilder(style.red("falconer:") + " " + PrintableText.shown(sentence(first)) + "\n");
        hint(first).ifPresent(hint -> text.append(style.cyan("hint:") + " " + PrintableText.shown(hint) + "\n"));
        String command = problem.getCommandLine().getCommandSpec().qualifiedName();
        return text.append(style.dim("see: " + command + " --help"))
                .append('\n')
                .toString();
    }

    /** An unknown word explains why another is missing: {@code prove --tempaltes dir}. */
    private static ParameterException first(ParameterException problem) {
        List<String> unknown = problem.getCommandLine().getUnmatchedArguments();
        return problem instanceof MissingParameterException && !unknown.isEmpty()
                ? new UnmatchedArgumentException(problem.getCommandLine(), unknown)
                : problem;
    }

    private static String sentence(ParameterException problem) {
        if (problem instanceof UnmatchedArgumentException unmatched && !unmatched.isUnknownOption()) {
            String word = "\"" + unmatched.getUnmatched().getFirst() + "\"";
            return takesCommands(problem.getCommandLine()) ? "unknown command " + word : "unexpected argument " + word;
        }
        String message =
                String.valueOf(problem.getMessage()).lines().findFirst().orElse("wrong usage");
        Matcher choices = CHOICES.matcher(message);
        return lowerFirst(choices.replaceFirst(found ->
                Matcher.quoteReplacement("\"" + found.group(2) + "\" is not one of " + names(found.group(1)))));
    }

    private static Optional<String> hint(ParameterException problem) {
        if (problem instanceof UsageException usage) {
            return Optional.of(usage.hint());
        }
        if (problem instanceof UnmatchedArgumentException unmatched) {
            return nearest(unmatched).map(nearest -> "did you mean " + nearest + "?");
        }
        return Optional.empty();
    }

    /** picocli suggests the most similar name, however different it is. */
    private static Optional<String> nearest(UnmatchedArgumentException unmatched) {
        CommandLine command = unmatched.getCommandLine();
        return Nearest.to(
                unmatched.getUnmatched().getFirst().replaceFirst("=.*", ""),
                unmatched.isUnknownOption()
                        ? command.getCommandSpec().optionsMap().keySet()
                        : command.getSubcommands().keySet());
    }

    private static boolean takesCommands(CommandLine command) {
        return !command.getSubcommands().isEmpty();
    }

    /** The values as users write them. picocli shows the names of the constants. */
    private static String names(String constants) {
        return constants.toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String lowerFirst(String text) {
        boolean acronym = text.length() > 1 && Character.isUpperCase(text.charAt(1));
        return text.isEmpty() || acronym ? text : Character.toLowerCase(text.charAt(0)) + text.substring(1);
    }
}
