package dev.portico.api;

import dev.portico.kernel.EntityRef;
import dev.portico.kernel.Refusal;
import io.swagger.v3.oas.models.media.StringSchema;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.KeyDeserializer;
import tools.jackson.databind.deser.std.StdScalarDeserializer;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.ToStringSerializer;

/// Entity refs in JSON are text, `component:default/fares`: as values and as keys, written and read, and so described.
///
/// What is read has to state its kind; a missing namespace is `default`.
@Configuration(proxyBeanMethods = false)
class RefsAsText {

    static {
        SpringDocUtils.getConfig()
                .replaceWithSchema(
                        EntityRef.class,
                        new StringSchema()
                                .description("An entity's ref, kind:namespace/name in lower case")
                                .example("component:default/fares"));
    }

    @Bean
    JsonMapperBuilderCustomizer entityRefs() {
        SimpleModule refs = new SimpleModule("entity-refs")
                .addSerializer(EntityRef.class, ToStringSerializer.instance)
                .addDeserializer(EntityRef.class, new Value())
                .addKeyDeserializer(EntityRef.class, new Key());
        return builder -> builder.addModule(refs);
    }

    private static EntityRef ref(String text) {
        if (text.indexOf('\0') >= 0) {
            throw new Refusal.InvalidInput("entity-ref", "holds the character NUL, which no name has");
        }
        return EntityRef.parse(text);
    }

    private static final class Value extends StdScalarDeserializer<EntityRef> {

        Value() {
            super(EntityRef.class);
        }

        @Override
        public EntityRef deserialize(JsonParser parser, DeserializationContext context) {
            String text = parser.getValueAsString();
            if (text == null) {
                return (EntityRef) context.handleUnexpectedToken(EntityRef.class, parser);
            }
            try {
                return ref(text);
            } catch (Refusal.InvalidInput unclear) {
                return (EntityRef) context.handleWeirdStringValue(EntityRef.class, text, "%s", unclear.reason());
            }
        }
    }

    private static final class Key extends KeyDeserializer {

        @Override
        public Object deserializeKey(String key, DeserializationContext context) {
            try {
                return ref(key);
            } catch (Refusal.InvalidInput unclear) {
                return context.handleWeirdKey(EntityRef.class, key, "%s", unclear.reason());
            }
        }
    }
}
