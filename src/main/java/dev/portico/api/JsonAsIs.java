package dev.portico.api;

import dev.portico.search.Json;
import io.swagger.v3.oas.models.media.ObjectSchema;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/// JSON that the index keeps is passed on as it is.
@Configuration(proxyBeanMethods = false)
class JsonAsIs {

    static {
        SpringDocUtils.getConfig()
                .replaceWithSchema(Json.class, new ObjectSchema().description("An object as its module gave it"));
    }

    @Bean
    JsonMapperBuilderCustomizer keptJson() {
        return builder -> builder.addModule(new SimpleModule("kept-json").addSerializer(Json.class, new AsIs()));
    }

    private static final class AsIs extends StdSerializer<Json> {

        AsIs() {
            super(Json.class);
        }

        @Override
        public void serialize(Json value, JsonGenerator json, SerializationContext context) {
            json.writeRawValue(value.toString());
        }
    }
}
