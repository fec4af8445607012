package io.falconer.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SourceTextTest {
    private static final SourceFile FILE = SourceFile.of("a.yaml", "one two\nthree 'it''s'\n");
    private static final Location CAUSE = place(0, 3);

    @Test
    void writtenTextIsMappedCharacterByCharacter() {
        SourceText text = SourceText.written(place(0, 7));
        assertThat(origin(text, 4, 7)).isEqualTo("two");
        assertThat(text.origin(new Span(4, 7)).isDirect()).isTrue();
    }

    @Test
    void textOfAnotherLengthIsMappedAsAWhole() {
        SourceText text = new SourceText.Builder()
                .written("it", place(15, 17))
                .written("'", place(17, 19))
                .written("s", place(19, 20))
                .build(CAUSE);
        assertThat(text.text()).isEqualTo("it's");
        assertThat(origin(text, 2, 3)).isEqualTo("''");
        assertThat(origin(text, 1, 4)).isEqualTo("t''s");
    }

    @Test
    void madeTextPointsToItsCause() {
        SourceText text = new SourceText.Builder()
                .append(SourceText.written(place(4, 7)))
                .made(" and ", CAUSE)
                .build(CAUSE);
        assertThat(text.text()).isEqualTo("two and ");
        assertThat(origin(text, 4, 7)).isEqualTo("one");
    }

    @Test
    void anEmptySpanStaysEmpty() {
        SourceText text = SourceText.written(place(0, 7));
        assertThat(text.origin(Span.at(7)).location().span()).isEqualTo(Span.at(7));
        assertThat(text.origin(Span.at(3)).location().span()).isEqualTo(Span.at(3));
        assertThat(SourceText.made("", CAUSE).origin(Span.at(0)).location().span())
                .isEqualTo(Span.at(0));
    }

    @Test
    void offsetsPastTheEndGiveTheEnd() {
        SourceText text = SourceText.written(place(0, 3));
        assertThat(text.origin(new Span(9, 12)).location().span().start()).isEqualTo(3);
    }

    @Test
    void stretchesOfDifferentWaysMeetWhereTheWaysPart() {
        Via list = new Via(Via.Kind.LIST, "names", place(4, 7));
        SourceText item = SourceText.written(place(8, 13)).via(list);
        SourceText text = new SourceText.Builder()
                .append(SourceText.written(place(0, 4)))
                .append(item)
                .build(CAUSE);
        assertThat(text.text()).isEqualTo("one three");
        assertThat(origin(text, 4, 9)).isEqualTo("three");
        assertThat(text.origin(new Span(4, 9)).way()).containsExactly(list);
        assertThat(origin(text, 0, 9)).isEqualTo("one two");
        assertThat(text.origin(new Span(0, 9)).isDirect()).isTrue();
    }

    @Test
    void stretchesOfDifferentFilesGiveTheFirst() {
        SourceFile other = SourceFile.of("b.yaml", "more");
        SourceText text = new SourceText.Builder()
                .append(SourceText.written(place(0, 3)))
                .append(SourceText.written(new Location(other, new Span(0, 4))))
                .build(CAUSE);
        assertThat(origin(text, 0, 7)).isEqualTo("one");
        assertThat(origin(text, 3, 7)).isEqualTo("more");
    }

    @Test
    void cuttingKeepsPlaces() {
        SourceText text = SourceText.written(place(3, 8)).trim();
        assertThat(text.text()).isEqualTo("two");
        assertThat(origin(text, 0, 1)).isEqualTo("t");
        SourceText.Builder out = new SourceText.Builder().append(text).made("  ", CAUSE);
        out.truncate(3);
        assertThat(out.build(CAUSE).text()).isEqualTo("two");
        out.truncate(1);
        assertThat(origin(out.append(SourceText.written(place(0, 3))).build(CAUSE), 1, 2))
                .isEqualTo("o");
    }

    /** However texts are cut and spliced, a character that a file holds is found where it stands. */
    @Test
    void charactersAreFoundAgain() {
        Random random = new Random(1);
        for (int run = 0; run < 500; run++) {
            SourceText text = SourceText.written(place(0, FILE.text().length()));
            for (int step = 0; step < 20; step++) {
                int from = random.nextInt(text.length() + 1);
                int to = from + random.nextInt(text.length() - from + 1);
                SourceText.Builder out = new SourceText.Builder()
                        .append(text, from, to)
                        .made("#", CAUSE)
                        .append(random.nextBoolean() ? text : text.substring(0, from), 0, Math.min(from, 20));
                text = out.build(CAUSE);
            }
            for (int i = 0; i < text.length(); i++) {
                Location found = text.origin(new Span(i, i + 1)).location();
                if (text.text().charAt(i) != '#') {
                    assertThat(FILE.text().charAt(found.span().start()))
                            .isEqualTo(text.text().charAt(i));
                } else {
                    assertThat(found).isEqualTo(CAUSE);
                }
            }
        }
    }

    @Test
    void theSpaceKnowsTheWayThroughMacros() {
        SourceMap.Builder space = new SourceMap.Builder();
        SourceText inner = SourceText.written(place(8, 13));
        SourceText outer = SourceText.written(place(0, 7));
        int first = space.count();
        space.add(inner);
        SourceMap.Builder.Block innerBlock = space.since(first);
        int second = space.count();
        int outerBase = space.add(outer);
        int innerInOuter = space.use(innerBlock, "inner", new Span(outerBase + 4, outerBase + 7));
        SourceMap.Builder.Block outerBlock = space.since(second);
        int rule = space.add(SourceText.written(place(14, 21)));
        int used = space.use(outerBlock, "outer", new Span(rule, rule + 1));
        SourceMap map = space.build();

        TextOrigin direct = map.origin(new Span(1, 3));
        assertThat(direct.location()).isEqualTo(place(9, 11));
        assertThat(direct.way()).isEmpty();
        Span within = new Span(1, 3).shift(innerInOuter).shift(used);
        assertThat(map.origin(within).location()).isEqualTo(place(9, 11));
        assertThat(map.origin(within).way())
                .isEqualTo(List.of(
                        new Via(Via.Kind.MACRO, "outer", place(14, 15)),
                        new Via(Via.Kind.MACRO, "inner", place(4, 7))));
        assertThat(map.offsetInText(within.start())).isEqualTo(1);
        assertThat(space.origin(within)).isEqualTo(map.origin(within));
    }

    @Test
    void usesWithoutRoomShareTheirPlaces() {
        SourceMap.Builder space = new SourceMap.Builder();
        space.add(SourceText.made("x".repeat(1 << 20), CAUSE));
        SourceMap.Builder.Block block = space.since(0);
        int shared = 0;
        for (int i = 0; i < 20; i++) {
            shared += space.use(block, "m", Span.at(0)) == 0 ? 1 : 0;
        }
        assertThat(shared).isBetween(10, 19);
        assertThat(space.build().origin(new Span(0, 1)).way()).isEmpty();
    }

    private static Location place(int start, int end) {
        return new Location(FILE, new Span(start, end));
    }

    private static String origin(SourceText text, int start, int end) {
        Location found = text.origin(new Span(start, end)).location();
        return found.source()
                .text()
                .substring(found.span().start(), found.span().end());
    }
}
