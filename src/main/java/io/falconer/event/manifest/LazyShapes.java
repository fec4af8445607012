package io.falconer.event.manifest;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.deser.BeanDeserializerBuilder;
import com.fasterxml.jackson.databind.deser.BeanDeserializerModifier;
import com.fasterxml.jackson.databind.deser.SettableBeanProperty;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * Lets Jackson analyse the type of a property only when there is a value. By default it analyses all classes that can be
 * reached. For a Pod these are more than a hundred, of which most manifests need ten; this takes a fifth of the time of a small
 * suite.
 */
final class LazyShapes extends BeanDeserializerModifier {
    private static final long serialVersionUID = 1;

    private LazyShapes() {}

    static SimpleModule module() {
        return new SimpleModule().setDeserializerModifier(new LazyShapes());
    }

    @Override
    public BeanDeserializerBuilder updateBuilder(
            DeserializationConfig config, BeanDescription description, BeanDeserializerBuilder builder) {
        List<SettableBeanProperty> lazy = new ArrayList<>();
        for (Iterator<SettableBeanProperty> all = builder.getProperties(); all.hasNext(); ) {
            SettableBeanProperty property = all.next();
            if (!property.hasValueDeserializer() && leadsFurther(property.getType())) {
                lazy.add(property.withValueDeserializer(new Later(property)));
            }
        }
        lazy.forEach(property -> builder.addOrReplaceProperty(property, true));
        return builder;
    }

    /** Whether other classes may have to be analysed: those of the model, and their containers. */
    private static boolean leadsFurther(JavaType type) {
        JavaType held = type.isContainerType() ? type.getContentType() : type;
        return held.getRawClass().getName().startsWith("io.fabric8.");
    }

    /** Reads the values of one property as Jackson would. */
    private static final class Later extends JsonDeserializer<Object> {
        private final SettableBeanProperty property;

        Later(SettableBeanProperty property) {
            this.property = property;
        }

        @Override
        public Object deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            return context.findContextualValueDeserializer(property.getType(), property)
                    .deserialize(parser, context);
        }
    }
}
