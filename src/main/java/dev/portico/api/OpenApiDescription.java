package dev.portico.api;

import dev.portico.kernel.Reader;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The OpenAPI description of Portico's REST, at `/api/portico/openapi` for whoever is signed in.
@Configuration(proxyBeanMethods = false)
class OpenApiDescription {

    private static final String TOKEN = "token";

    static {
        // Readers come from the request's credentials, not from its parameters.
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Reader.class);
    }

    @Bean
    OpenAPI openApi() {
        return new OpenAPI()
                .info(new Info()
                        .title("Portico")
                        .version("1")
                        .description("What is refused answers with an RFC 9457 problem document.")
                        .license(new License().name("Apache-2.0").identifier("Apache-2.0")))
                .components(new Components()
                        .addSecuritySchemes(
                                TOKEN,
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("bearer")
                                        .description("A personal or service token")))
                .addSecurityItem(new SecurityRequirement().addList(TOKEN));
    }
}
