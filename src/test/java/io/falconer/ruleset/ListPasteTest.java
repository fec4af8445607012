package io.falconer.ruleset;

import static org.assertj.core.api.Assertions.assertThat;

import io.falconer.text.Location;
import io.falconer.text.SourceFile;
import io.falconer.text.SourceText;
import io.falconer.text.Span;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/** Lists are pasted as Falco pastes them, by looking for each in the text and replacing it there (section 1.6). */
class ListPasteTest {
    private static final List<String> PIECES = List.of(
            "a", "b", "ab", "c", "d", "e", "f g", "h(", "x", "x1", " ", "  ", "\t", "\n", ",", ", ", "(", ")", "=",
            " in (", "\"", "and ");

    @RepeatedTest(10)
    void inAnyTextBlankForBlank(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        for (int round = 0; round < 3_000; round++) {
            Map<String, List<String>> lists = lists(random);
            Collector collector = new Collector(Falco.NEWEST);
            Context context = Context.of(new RulesFile(SourceFile.of("f.yaml", "x")));
            lists.forEach((name, items) -> collector.define(
                    name, items.stream().map(item -> text(item)).toList(), context));
            String condition = IntStream.range(0, random.nextInt(12))
                    .mapToObj(i -> PIECES.get(random.nextInt(PIECES.size())))
                    .collect(Collectors.joining());
            String pasted = new ListPaste(collector.lists(), collector)
                    .paste(text(condition))
                    .text();
            assertThat(pasted).as(lists + " in \"" + condition + "\"").isEqualTo(plain(condition, lists));
        }
    }

    private static Map<String, List<String>> lists(Random random) {
        Map<String, List<String>> lists = new LinkedHashMap<>();
        List<String> names = new ArrayList<>(List.of("a", "b", "ab", "c", "d", "e", "f g", "h("));
        Collections.shuffle(names, random);
        for (String name : names.subList(0, 1 + random.nextInt(names.size() - 1))) {
            List<String> items = new ArrayList<>();
            for (int i = random.nextInt(4); i > 0; i--) {
                items.add(PIECES.get(random.nextInt(10)));
            }
            lists.put(name, items);
        }
        return lists;
    }

    private static SourceText text(String text) {
        SourceFile file = SourceFile.of("f.yaml", text.isEmpty() ? " " : text);
        return text.isEmpty()
                ? SourceText.made("", new Location(file, Span.at(0)))
                : SourceText.written(new Location(file, new Span(0, text.length())));
    }

    private static String plain(String condition, Map<String, List<String>> lists) {
        String text = condition;
        List<String> before = new ArrayList<>();
        for (Map.Entry<String, List<String>> list : lists.entrySet()) {
            StringBuilder items = new StringBuilder();
            for (String item : list.getValue()) {
                for (String each : before.contains(item) ? lists.get(item) : List.of(item)) {
                    boolean quoted = each.contains(" ") && !each.startsWith("\"") && !each.startsWith("'");
                    items.append(items.isEmpty() ? "" : ", ").append(quoted ? '"' + each + '"' : each);
                }
            }
            text = replaced(text, list.getKey(), items.toString());
            before.add(list.getKey());
        }
        return text;
    }

    /** As section 1.6 has it, character by character. */
    private static String replaced(String given, String name, String items) {
        String text = given;
        int from = 0;
        for (int at = text.indexOf(name, from); at >= 0; at = text.indexOf(name, from)) {
            int end = at + name.length();
            boolean delimited = (at == 0 || isDelimiter(text.charAt(at - 1)))
                    && (end == text.length() || isDelimiter(text.charAt(end)));
            if (!delimited) {
                from = at + 1;
                continue;
            }
            String before = text.substring(0, at).replaceFirst("[ \t\n\r]+\\z", "");
            String after = text.substring(end).replaceFirst("\\A[ \t\n\r]+", "");
            if (items.isEmpty() && before.endsWith(",")) {
                before = before.substring(0, before.length() - 1);
            } else if (items.isEmpty() && after.startsWith(",")) {
                after = after.substring(1);
            }
            String start = before + (before.isEmpty() ? "" : " ") + items + " ";
            text = start + after;
            from = start.length() + (before.isEmpty() ? 1 : 0);
            if (from > text.length()) {
                break;
            }
        }
        return text;
    }

    private static boolean isDelimiter(char c) {
        return " \t\n\r(),=".indexOf(c) >= 0;
    }
}
