package id.satuatap.core.access;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.util.List;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Describes the API for those who build on it: who may call what is read from the same annotations that are enforced. */
@Configuration(proxyBeanMethods = false)
class ApiDescription {

    private static final String TOKEN = "token";

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
                                .addSecuritySchemes(
                                        TOKEN,
                                        new SecurityScheme()
                                                .type(SecurityScheme.Type.HTTP)
                                                .scheme("bearer")
                                                .bearerFormat("JWT")
                                                .description(
                                                        "An access token of the issuer with audience platform-core, valid for 60 s")));
    }

    @Bean
    OperationCustomizer accessRules() {
        return (operation, handler) -> {
            var rule = AccessFilter.Operation.of(handler);
            var permission = rule.permission();
            if (rule.open()) {
                return operation.security(List.of());
            }
            operation.addExtension("x-permission", permission == null ? "signed-in" : permission.key());
            if (operation.getParameters() != null) {
                operation
                        .getParameters()
                        .removeIf(parameter ->
                                parameter instanceof HeaderParameter && "Authorization".equals(parameter.getName()));
            }
            return operation.security(List.of(new SecurityRequirement().addList(TOKEN)));
        };
    }
}
