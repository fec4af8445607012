package io.falconer.event.manifest;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import io.fabric8.kubernetes.api.model.Quantity;
import java.io.IOException;
import java.util.regex.Pattern;

/**
 * Reads quantities as strictly as the API server does (ParseQuantity of apimachinery's package resource). The model accepts any
 * text.
 */
final class QuantityReader extends StdScalarDeserializer<Quantity> {
    private static final Pattern QUANTITY =
            Pattern.compile("[-+]?([0-9]+(\\.[0-9]*)?|\\.[0-9]+)([KMGTPE]i|[numkMGTPE]|[eE][-+]?[0-9]{1,9})?");

    /** Makes Jackson prefer this reader over the one that the model's class names. */
    @JsonDeserialize(using = QuantityReader.class)
    interface Instead {}

    QuantityReader() {
        super(Quantity.class);
    }

    @Override
    public Quantity deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        String text = parser.currentToken().isScalarValue() ? parser.getText() : "";
        return QUANTITY.matcher(text).matches()
                ? new Quantity(text)
                : (Quantity) context.handleUnexpectedToken(Quantity.class, parser);
    }
}
