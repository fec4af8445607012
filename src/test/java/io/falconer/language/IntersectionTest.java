package io.falconer.language;

import static org.assertj.core.api.Assertions.assertThat;

import io.falconer.field.Glob;
import io.falconer.field.RegexTree;
import io.falconer.language.Intersection.Part;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IntersectionTest {
    private static final int LIMIT = 100_000;

    @Test
    void findsATextIfAnotherLibraryFindsOne() throws TooLarge {
        RandomLanguages languages = new RandomLanguages(8);
        int empty = 0;
        for (int i = 0; i < 500; i++) {
            List<Part> parts = new ArrayList<>();
            for (int j = languages.nextInt(6); j >= 0; j--) {
                parts.add(new Part(languages.next(), languages.nextBoolean()));
            }
            switch (Intersection.find(parts, List.of(), LIMIT)) {
                case Intersection.Found(String text) -> assertThat(parts).allMatch(part -> part.accepts(text));
                case Intersection.Empty(List<Integer> core) -> {
                    List<Part> contradiction = core.stream().map(parts::get).toList();
                    assertThat(common(contradiction).isEmpty()).isTrue();
                    for (Part part : contradiction) {
                        List<Part> others = new ArrayList<>(contradiction);
                        others.remove(part);
                        assertThat(common(others).isEmpty()).isFalse();
                    }
                    empty++;
                }
                case Intersection.Unknown unknown -> throw new AssertionError("unknown");
            }
        }
        assertThat(empty).isBetween(100, 400);
    }

    private static dk.brics.automaton.Automaton common(List<Part> parts) {
        var common = Brics.texts();
        for (Part part : parts) {
            var language = Brics.of(part.language());
            common = part.inside() ? common.intersection(language) : common.minus(language);
        }
        return common;
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
            exists                                              ; ``
            not =                                               ; a
            not =, not = a, not = b                             ; c
            startswith /etc/, not = /etc/, not contains a       ; /etc/b
            contains bash, contains ash, contains sha           ; basha
            endswith .conf, not startswith ., startswith /      ; /.conf
            endswith .conf, not startswith ., not startswith /  ; a.conf
            icontains SECRET                                    ; secret
            regex [^a-z]+                                       ; 0
            regex [^a-z0-9]+                                    ; -
            regex ..., not contains a                           ; bbb
            regex [[:space:]]+                                  ; ` `
            glob [!a-zA-Z0-9./_-]*                              ; `!`
            len 3-5, > zz                                       ; zza
            regex [^[:print:]]+                                 ; `\t`
            regex [^[:ascii:]]{2}                               ; éé
            pmatch /var/*/x, not contains v/                    ; var/a/x
            """)
    void aTextIsEasyToRead(String parts, String text) throws TooLarge {
        assertThat(Intersection.find(parts(parts), List.of(), LIMIT)).isEqualTo(new Intersection.Found(text));
    }

    @Test
    void aTextIsUtf8WhereItCanBe() throws TooLarge {
        Part beyondAscii = Part.in(Texts.startingWith(List.of("\uDCC3")));

        assertThat(Intersection.find(List.of(beyondAscii), List.of(), LIMIT)).isEqualTo(new Intersection.Found("é"));
        assertThat(Intersection.find(List.of(beyondAscii, part("len 1-1")), List.of(), LIMIT))
                .isEqualTo(new Intersection.Found("\uDCC3"));
    }

    @Test
    void preferredTextsComeFirst() throws TooLarge {
        List<Part> parts = List.of(part("contains x"), part("not = xx"));

        assertThat(Intersection.find(parts, List.of("payments", "xx", "x\0", "nginx"), LIMIT))
                .isEqualTo(new Intersection.Found("nginx"));
        assertThat(Intersection.find(parts, List.of("payments"), LIMIT)).isEqualTo(new Intersection.Found("x"));
    }

    @Test
    void aCoreLeavesOutWhatHasNoPartInIt() throws TooLarge {
        assertThat(Intersection.find(
                        parts("contains b, startswith /etc, not = /, not contains etc, not contains z"),
                        List.of(),
                        LIMIT))
                .isEqualTo(new Intersection.Empty(List.of(1, 3)));
    }

    @Test
    void givesUpAtTheLimit() throws TooLarge {
        List<Part> parts = new ArrayList<>();
        for (String each : "abc abd bcd cda dab acb bca cab".split(" ")) {
            parts.add(Part.in(Texts.containing(List.of(each + each + each))));
        }

        assertThat(Intersection.find(parts, List.of(), 1000)).isEqualTo(new Intersection.Unknown());
        assertThat(Intersection.find(parts, List.of(), LIMIT)).isInstanceOf(Intersection.Found.class);
    }

    private static List<Part> parts(String parts) throws TooLarge {
        List<Part> result = new ArrayList<>();
        for (String part : parts.split(", ")) {
            result.add(part(part));
        }
        return result;
    }

    private static Part part(String text) throws TooLarge {
        boolean inside = !text.startsWith("not ");
        String[] words = (inside ? text : text.substring(4)).split(" ", 2);
        String constant = words.length > 1 ? words[1] : "";
        Automaton language =
                switch (words[0]) {
                    case "exists" -> Automaton.all();
                    case "=" -> Texts.of(List.of(constant));
                    case "startswith" -> Texts.startingWith(List.of(constant));
                    case "endswith" -> Texts.endingWith(List.of(constant));
                    case "contains" -> Texts.containing(List.of(constant));
                    case "icontains" -> Texts.containingIgnoringCase(List.of(constant));
                    case "regex" -> RegexAutomata.of(RegexTree.parse(constant).orElseThrow());
                    case "glob" -> Globs.of(Glob.compile(constant, false));
                    case "pmatch" -> Paths.below(List.of(constant));
                    case ">" -> Ordering.upTo(constant).complement();
                    case "len" ->
                        Lengths.between(Long.parseLong(constant.split("-")[0]), Long.parseLong(constant.split("-")[1]));
                    default -> throw new AssertionError(text);
                };
        return new Part(language, inside);
    }
}
