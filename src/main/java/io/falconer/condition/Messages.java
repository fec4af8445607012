package io.falconer.condition;

import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The longer messages of Falco's parser (section 2.5). */
final class Messages {
    static final String CLOSING_PARENTHESIS = "expected a ')' token";
    static final String CLOSING_TRANSFORMER = "expected a ')' token closing the transformer";
    static final String TRANSFORMER_ARGUMENT =
            "expected field transformer argument: field, transformer, quoted string, number, or transformer list";
    static final String TRANSFORMER_LIST_ARGUMENT =
            "expected transformer list argument: field, transformer, quoted string, or number";
    static final String NUMBER = "expected a number value or a field with a valid transformer: " + transformers();
    static final String STRING = "expected a string value or a field with a valid transformer: " + transformers();
    static final String LIST = "expected a list, an identifier, or a field with a valid transformer: " + transformers();
    static final String OPERATOR =
            "expected a valid check operator: one of 'exists', '<=', '<', '>=', '>', '==', '=', '!=', 'glob', 'iglob',"
                    + " 'contains', 'icontains', 'bcontains', 'startswith', 'bstartswith', 'endswith', 'regex',"
                    + " 'intersects', 'in', 'pmatch'";

    private Messages() {}

    private static String transformers() {
        return Stream.concat(
                        Stream.of("val"), Arrays.stream(Transformer.values()).map(Transformer::symbol))
                .map(name -> "'" + name + "'")
                .collect(Collectors.joining(", "));
    }
}
