package io.falconer.report;

import io.falconer.generate.Bundle;
import io.falconer.generate.Capability;
import io.falconer.generate.Capability.Note;
import io.falconer.template.Exactness;
import io.falconer.text.PrintableText;
import io.falconer.text.Style;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.apache.commons.text.WordUtils;

/** How exactly rules express policies: a table, with the notes of its rows below it. */
public final class CapabilityTable {
    private static final int WIDTH = 80;
    private static final int CHECK = 54;
    private static final int EXACTNESS = 13;
    private static final int NOTE = 4;

    private final Style style;

    /** Creates a table in a style. */
    public CapabilityTable(Style style) {
        this.style = style;
    }

    /** The table of each bundle, one below the other. */
    public String text(List<Bundle> bundles) {
        StringBuilder text = new StringBuilder();
        for (Bundle bundle : bundles) {
            text.append(text.isEmpty() ? "" : "\n")
                    .append(style.bold("policy " + bundle.policy().name()))
                    .append("\n\n");
            policy(bundle.capabilities(), text);
        }
        return text.toString();
    }

    private void policy(List<Capability> capabilities, StringBuilder text) {
        List<Note> notes = capabilities.stream()
                .flatMap(capability -> capability.notes().stream())
                .distinct()
                .toList();
        text.append(style.dim(padded("CONTROL", CHECK) + "  " + padded("EXACTNESS", EXACTNESS) + "  NOTES"))
                .append('\n');
        for (Capability capability : capabilities) {
            String numbers = numbers(capability, notes);
            text.append(style.bold(padded(subject(capability), CHECK)))
                    .append("  ")
                    .append(exactness(capability.exactness(), numbers.isEmpty() ? 0 : EXACTNESS))
                    .append(numbers.isEmpty() ? "" : "  " + numbers)
                    .append('\n');
        }
        text.append('\n');
        for (int i = 0; i < notes.size(); i++) {
            note(i + 1, notes.get(i), text);
        }
    }

    private static String subject(Capability capability) {
        return PrintableText.shown(
                capability.check().equalsIgnoreCase(capability.control())
                        ? capability.control()
                        : capability.control() + "/" + capability.check());
    }

    private String exactness(Exactness exactness, int width) {
        String word = padded(exactness.id(), width);
        return switch (exactness) {
            case EXACT -> style.green(word);
            case OVER, UNDER -> style.yellow(word);
            case INEXPRESSIBLE -> style.red(word);
        };
    }

    private static String numbers(Capability capability, List<Note> notes) {
        return capability.notes().stream()
                .map(note -> notes.indexOf(note) + 1)
                .sorted()
                .map(String::valueOf)
                .collect(Collectors.joining(" "));
    }

    private void note(int number, Note note, StringBuilder text) {
        paragraph(String.format(Locale.ROOT, "%" + (NOTE - 2) + "d  ", number), note.reason(), text);
        note.narrows().ifPresent(how -> paragraph(" ".repeat(NOTE), "narrower with: " + how, text));
    }

    private static void paragraph(String indent, String words, StringBuilder text) {
        String margin = " ".repeat(indent.length());
        text.append(indent)
                .append(WordUtils.wrap(PrintableText.line(words), WIDTH - indent.length(), "\n" + margin, false))
                .append('\n');
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(Math.max(0, width - text.length()));
    }
}
