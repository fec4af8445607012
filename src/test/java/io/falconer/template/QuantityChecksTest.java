package io.falconer.template;

import static org.assertj.core.api.Assertions.assertThat;

import io.falconer.condition.Expr;
import io.falconer.condition.Right;
import io.falconer.field.PosixRegex;
import io.falconer.language.Automaton;
import io.falconer.language.TooLarge;
import io.falconer.model.Quantities;
import io.falconer.policy.Quantity;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The expressions for quantities up to a maximum, and the automata of proofs, are right for every spelling. */
class QuantityChecksTest {
    private static final Map<String, BigDecimal> UNITS = units();
    /** The model calculates powers of 1024 as floating point numbers. */
    private static final MathContext FABRIC8 = new MathContext(12);

    private static final int SPELLINGS = 2_000;

    private final Map<String, PosixRegex> compiled = new HashMap<>();

    private static Map<String, BigDecimal> units() {
        Map<String, BigDecimal> units = new HashMap<>(Map.of("", BigDecimal.ONE));
        String decimal = "n u m k M G T P E";
        for (int i = 0; i < 9; i++) {
            units.put(
                    decimal.substring(2 * i, 2 * i + 1),
                    BigDecimal.ONE.scaleByPowerOfTen(i < 3 ? 3 * i - 9 : 3 * i - 6));
        }
        for (int i = 1; i <= 6; i++) {
            units.put("KMGTPE".charAt(i - 1) + "i", new BigDecimal(BigInteger.TWO.pow(10 * i)));
        }
        for (int exponent = -9; exponent <= 18; exponent++) {
            units.put("e" + exponent, BigDecimal.ONE.scaleByPowerOfTen(exponent));
            units.put(
                    "E" + (exponent < 0 ? "-00" : "+0") + Math.abs(exponent),
                    BigDecimal.ONE.scaleByPowerOfTen(exponent));
        }
        return units;
    }

    /** A spelling and its number, as arithmetic has it. */
    private record Spelling(String text, BigDecimal value) {
        /** Kubernetes rounds what is finer than a thousandth away from zero. */
        boolean isAtMost(BigDecimal most) {
            return value.setScale(Math.min(value.scale(), 3), RoundingMode.UP).compareTo(most) <= 0;
        }
    }

    private static Spelling spelling(Random random, BigDecimal most) {
        List<String> names = UNITS.keySet().stream().sorted().toList();
        String unit = names.get(random.nextInt(names.size()));
        BigDecimal factor = UNITS.get(unit);
        BigDecimal number;
        if (random.nextInt(3) == 0) {
            number = new BigDecimal(new BigInteger(random.nextInt(70), random), random.nextInt(24));
        } else { // near the maximum: it, or it with a digit changed somewhere
            BigDecimal quotient = most.divide(factor, 100, RoundingMode.DOWN).stripTrailingZeros();
            int place = quotient.precision() - quotient.scale() - 1 - random.nextInt(quotient.precision() + 2);
            BigDecimal step = BigDecimal.ONE.scaleByPowerOfTen(place);
            number = switch (random.nextInt(4)) {
                case 0 -> quotient;
                case 1 -> quotient.add(step);
                case 2 -> quotient.subtract(step).abs();
                default -> quotient.setScale(-place, RoundingMode.DOWN);
            };
        }
        String text = number.toPlainString();
        if (text.startsWith("0.") && random.nextBoolean()) {
            text = text.substring(1);
        }
        text = "0".repeat(random.nextInt(5) / 2) + text;
        if (!text.contains(".") && random.nextInt(4) == 0) {
            text += ".";
        }
        if (text.contains(".")) {
            text += "0".repeat(random.nextInt(3));
        }
        text = (random.nextInt(4) == 0 ? "+" : "") + text + unit;
        return new Spelling(
                random.nextInt(20) == 0 ? " " + text + "  " : text,
                (unit.endsWith("i") ? number.setScale(9, RoundingMode.UP) : number)
                        .multiply(factor)
                        .stripTrailingZeros());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2",
                "1",
                "500m",
                "0.1",
                "1500m",
                "4Gi",
                "128Mi",
                "1.5Gi",
                "1",
                "10",
                "999",
                "1001",
                "0.001",
                "1m",
                "64Ki",
                "3.001",
                "1e3",
                "12e6",
                "5G",
                "7Ei",
                "9223372036854775806",
                "9223372036854775806.999",
                "1234567890123.456",
                "1P",
                "1025",
                "0.129",
                "100Ti"
            })
    void areRightForRandomSpellings(String maximum) throws TooLarge {
        Quantity most = Quantity.of(maximum).orElseThrow();
        assertThat(most.problem()).isEmpty();
        Expr expr = expr(most);
        Automaton automaton = Quantities.atMost(most.value());
        Random random = new Random(maximum.hashCode());
        int within = 0;
        for (int i = 0; i < SPELLINGS; i++) {
            Spelling spelling = spelling(random, most.value());
            if (spelling.value().signum() != 0) {
                boolean expected = spelling.isAtMost(most.value());
                within += expected ? 1 : 0;
                assertThat(holds(expr, spelling.text())).as(spelling.toString()).isEqualTo(expected);
                assertThat(automaton.accepts(spelling.text()))
                        .as(spelling.toString())
                        .isEqualTo(expected);
            }
        }
        assertThat(within).isBetween(SPELLINGS / 5, SPELLINGS * 4 / 5);
    }

    @ParameterizedTest
    @CsvSource({
        "2, 0.1, true",
        "2, 100m, true",
        "2, 2., true",
        "2, .5, true",
        "2, +2, true",
        "2, 2.0001, false",
        "2, 2000m, true",
        "2, 2001m, false",
        "2, 2000000u, true",
        "2, 2000000001n, false",
        "2, 1E, false",
        "2, 1e0, true",
        "2, 1e1, false",
        "2, 0.2e1, true",
        "2, 20e-1, true",
        "2, 1Ki, false",
        "2, 0.001953125Ki, true",
        "2, 0.0019531250001Ki, false",
        "2, -5, true",
        "2, 1e-10, false",
        "2, 1e19, false",
        "2, 5e4294967296, false",
        "2, 5e-4294967293, false",
        "1000, 1e3, true",
        "1024, 1Ki, true",
        "1023, 1Ki, false",
        "1023, .999023437Ki, true",
        "12000000, 12e6, true",
        "4Gi, 4096Mi, true",
        "4Gi, 4294967297, false",
        "4Gi, 4.3G, false",
        "4Gi, 4294967296000m, true"
    })
    void areRightForTheseSpellings(String maximum, String text, boolean expected) throws TooLarge {
        Quantity most = Quantity.of(maximum).orElseThrow();
        assertThat(holds(expr(most), text)).isEqualTo(expected);
        assertThat(Quantities.atMost(most.value()).accepts(text)).isEqualTo(expected);
    }

    /** The model of the Kubernetes API reads the spellings that it knows in the same way. */
    @Test
    void fabric8Agrees() {
        Random random = new Random(7);
        int compared = 0;
        for (int i = 0; i < SPELLINGS; i++) {
            Spelling spelling = spelling(random, BigDecimal.TWO);
            String text = spelling.text().strip();
            boolean rounded = text.endsWith("i") && text.matches(".*[.][0-9]{10}.*");
            if (!rounded && text.matches("[0-9]+([.][0-9]+)?([KMGTPE]i|[numkMGTPE]|e[0-9]+)?")) {
                compared++;
                BigDecimal other = new io.fabric8.kubernetes.api.model.Quantity(text).getNumericalAmount();
                assertThat(other.round(FABRIC8))
                        .as(text)
                        .isEqualByComparingTo(spelling.value().round(FABRIC8));
                Quantity.of(text).ifPresent(read -> assertThat(read.value()).isEqualByComparingTo(spelling.value()));
            }
        }
        assertThat(compared).isGreaterThan(SPELLINGS / 4);
    }

    /** As many as fit into one rule: none is longer than Falco's constants. */
    @ParameterizedTest
    @CsvSource({"2, 13", "1, 13", "500m, 13", "4Gi, 12", "1.5Gi, 12", "9223372036854775806.999, 30"})
    void fitIntoFewConstants(String maximum, int most) {
        List<String> regexes = new ArrayList<>();
        collect(expr(Quantity.of(maximum).orElseThrow()), regexes);
        assertThat(regexes).hasSizeLessThanOrEqualTo(most).allMatch(regex -> regex.length() <= 255);
    }

    private static Expr expr(Quantity most) {
        return ((Term.Of) QuantityChecks.atMost(Checks.field("jevt.value", "/a"), most)).expr();
    }

    private static void collect(Expr expr, List<String> regexes) {
        switch (expr) {
            case Expr.And and -> and.operands().forEach(each -> collect(each, regexes));
            case Expr.Or or -> or.operands().forEach(each -> collect(each, regexes));
            case Expr.Comparison comparison -> regexes.add(((Right.Text) comparison.right()).value());
            case Expr.Not not -> throw new AssertionError(not);
            case Expr.Exists exists -> throw new AssertionError(exists);
            case Expr.MacroRef macro -> throw new AssertionError(macro);
        }
    }

    private boolean holds(Expr expr, String text) {
        return switch (expr) {
            case Expr.And and -> and.operands().stream().allMatch(each -> holds(each, text));
            case Expr.Or or -> or.operands().stream().anyMatch(each -> holds(each, text));
            case Expr.Comparison comparison ->
                compiled.computeIfAbsent(
                                ((Right.Text) comparison.right()).value(),
                                regex -> ((PosixRegex.Compiled) PosixRegex.compile(regex)).regex())
                        .matches(text);
            case Expr.Not not -> throw new AssertionError(not);
            case Expr.Exists exists -> throw new AssertionError(exists);
            case Expr.MacroRef macro -> throw new AssertionError(macro);
        };
    }
}
