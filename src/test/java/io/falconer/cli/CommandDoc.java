package io.falconer.cli;

import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * What there is to say about a command, as picocli knows it; the pages are written from it.
 *
 * @param name the whole name, {@code falconer test}
 * @param header what it does, in a sentence
 * @param synopsis the arguments and options it takes, without its name, on one line
 * @param description paragraphs
 * @param arguments positional parameters
 * @param options in the order of the help
 * @param exitCodes what each exit code means
 * @param examples command lines; an empty one separates
 * @param commands the commands below it
 */
record CommandDoc(
        String name,
        String header,
        String synopsis,
        List<String> description,
        List<Item> arguments,
        List<Item> options,
        List<Item> exitCodes,
        List<String> examples,
        List<CommandDoc> commands) {

    /** A word or words, and what they mean. */
    record Item(String term, String text) {}

    static CommandDoc of(CommandLine commandLine) {
        CommandSpec spec = commandLine.getCommandSpec();
        Help help = new SynopsisHelp(spec, Help.defaultColorScheme(Ansi.OFF));
        List<String> description = List.of(spec.usageMessage().description());
        String[] header = spec.usageMessage().header();
        return new CommandDoc(
                spec.qualifiedName(),
                header.length == 0 ? description.getFirst() : header[0],
                synopsis(help, spec),
                description.stream().filter(paragraph -> !paragraph.isEmpty()).toList(),
                items(spec.positionalParameters(), ArgSpec::paramLabel),
                items(options(spec), CommandDoc::names),
                spec.usageMessage().exitCodeList().entrySet().stream()
                        .map(code -> new Item(code.getKey(), code.getValue()))
                        .toList(),
                String.join("\n", spec.usageMessage().footer())
                        .stripIndent()
                        .lines()
                        .toList(),
                commandLine.getSubcommands().values().stream()
                        .map(CommandDoc::of)
                        .toList());
    }

    private static String synopsis(Help help, CommandSpec spec) {
        String whole = help.synopsis(0).replaceAll("\\s+", " ").strip();
        return whole.substring(spec.qualifiedName().length()).strip();
    }

    private static List<OptionSpec> options(CommandSpec spec) {
        return spec.options().stream()
                .filter(option -> !option.hidden())
                .sorted(Comparator.comparingInt(OptionSpec::order))
                .toList();
    }

    private static String names(OptionSpec option) {
        String names = String.join(", ", option.names());
        return option.arity().max() == 0 ? names : names + " " + option.paramLabel();
    }

    private static <A extends ArgSpec> List<Item> items(List<A> arguments, Function<A, String> term) {
        return arguments.stream()
                .map(argument -> new Item(term.apply(argument), String.join(" ", argument.description())))
                .toList();
    }

    /** The last part of the name: {@code test}. */
    String word() {
        return name.substring(name.lastIndexOf(' ') + 1);
    }

    /** This command and all below it. */
    Stream<CommandDoc> all() {
        return Stream.concat(Stream.of(this), commands.stream().flatMap(CommandDoc::all));
    }
}
