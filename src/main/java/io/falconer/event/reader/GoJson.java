package io.falconer.event.reader;

import io.falconer.event.json.Json;
import io.falconer.event.json.Member;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Writes an object as Go's encoding/json does, which escapes angle brackets and ampersands. */
final class GoJson {
    private static final DateTimeFormatter MICRO_TIME = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private final StringBuilder out = new StringBuilder("{");

    GoJson text(String key, String value) {
        return raw(key, quote(value));
    }

    GoJson unlessEmpty(String key, String value) {
        return value.isEmpty() ? this : text(key, value);
    }

    GoJson raw(String key, String json) {
        out.append(out.length() > 1 ? "," : "").append(quote(key)).append(':').append(json);
        return this;
    }

    String close() {
        return out.append('}').toString();
    }

    /** A protobuf Struct: keys sorted, the first of duplicates, numbers as doubles. */
    static String struct(Json value) {
        return switch (value.kind()) {
            case OBJECT -> {
                Map<String, Json> members = new TreeMap<>();
                for (Member member : value.members()) {
                    members.putIfAbsent(member.key(), member.value());
                }
                var object = new GoJson();
                members.forEach((key, member) -> object.raw(key, struct(member)));
                yield object.close();
            }
            case ARRAY -> value.items().stream().map(GoJson::struct).collect(Collectors.joining(",", "[", "]"));
            case STRING -> quote(value.text());
            case NUMBER -> number(value.text());
            case TRUE, FALSE, NULL -> value.kind().name().toLowerCase(Locale.ROOT);
        };
    }

    private static String number(String text) {
        double number;
        try {
            number = Double.parseDouble(text);
        } catch (NumberFormatException notANumber) {
            return text;
        }
        double size = Math.abs(number);
        if (number == 0) {
            return "0";
        }
        boolean plain = size >= 1e-6 && size < 1e21;
        return plain
                ? new BigDecimal(Double.toString(number)).stripTrailingZeros().toPlainString()
                : text;
    }

    /** A time as Kubernetes writes it: microseconds, UTC. */
    static String microTime(long nanos) {
        return MICRO_TIME.format(
                Instant.ofEpochSecond(Math.floorDiv(nanos, 1_000_000_000L), Math.floorMod(nanos, 1_000_000_000L)));
    }

    static String quote(String text) {
        var quoted = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"', '\\' -> quoted.append('\\').append(c);
                case '\n' -> quoted.append("\\n");
                case '\r' -> quoted.append("\\r");
                case '\t' -> quoted.append("\\t");
                case '\b' -> quoted.append("\\b");
                case '\f' -> quoted.append("\\f");
                default -> {
                    boolean escaped = c < ' ' || c == '<' || c == '>' || c == '&' || c == '\u2028' || c == '\u2029';
                    quoted.append(escaped ? String.format(Locale.ROOT, "\\u%04x", (int) c) : String.valueOf(c));
                }
            }
        }
        return quoted.append('"').toString();
    }
}
