package id.satuatap.core.access;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Describes the API for those who build on it; {@link OperationDescription} adds what holds for each operation. */
@Configuration(proxyBeanMethods = false)
class ApiDescription {

    @Bean
    OpenAPI openApi() {
        return new OpenAPI()
                .info(new Info()
                        .title("Satu Atap")
                        .version("v1")
                        .description("""
                                One e-government for every regency. The host names the tenant (rembang.…); public operations also work on the
                                bare host. Errors are application/problem+json with a stable type, in the language of Accept-Language (id, en).
                                Creating requests accept Idempotency-Key. Changing requests need If-Match: 428 without it, 412 when it is stale.
                                Lists go on with the value of `next` as `after`.
                                """)
                        .license(new License().name("Apache-2.0")))
                .servers(List.of(new Server().url("/")))
                .components(
                        new Components()
                                .addSchemas("Problem", problem())
                                .addSecuritySchemes(
                                        OperationDescription.TOKEN,
                                        new SecurityScheme()
                                                .type(SecurityScheme.Type.HTTP)
                                                .scheme("bearer")
                                                .bearerFormat("JWT")
                                                .description(
                                                        "An access token of the issuer with audience platform-core, valid for 60 s")));
    }

    private static Schema<Object> problem() {
        var fault = object().addProperty("field", text()).addProperty("message", text());
        return object().description("What went wrong, and what to do: RFC 9457")
                .addProperty("type", text().example("urn:problem:answer.changed"))
                .addProperty("title", text())
                .addProperty("status", new Schema<Object>().type("integer").example(412))
                .addProperty("detail", text())
                .addProperty("requestId", text())
                .addProperty(
                        "faults",
                        new Schema<Object>().type("array").items(fault).description("400: every fault"))
                .addProperty("current", object().description("412: what is there now"));
    }

    private static Schema<Object> object() {
        return new Schema<Object>().type("object");
    }

    private static Schema<Object> text() {
        return new Schema<Object>().type("string");
    }
}
