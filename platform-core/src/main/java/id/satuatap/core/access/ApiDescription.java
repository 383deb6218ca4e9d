package id.satuatap.core.access;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.util.Arrays;
import java.util.List;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.method.HandlerMethod;

/** Describes the API for those who build on it: who may call what is read from the same annotations that are enforced. */
@Configuration(proxyBeanMethods = false)
class ApiDescription {

    private static final String TOKEN = "token";
    private static final ApiResponse PROBLEM = new ApiResponse()
            .description("Refused, or failed: 400, 401, 403, 404, 409, 412, 413, 415, 422, 428, 429, 503")
            .content(of("application/problem+json", new Schema<Object>().$ref("#/components/schemas/Problem")));

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
            var rule = OperationRule.of(handler);
            var permission = rule.permission();
            operation.getResponses().addApiResponse("default", PROBLEM);
            versionIsNeeded(operation);
            bytesAreSent(operation, handler);
            if (rule.open()) {
                return operation.security(List.of());
            }
            operation.addExtension("x-permission", permission == null ? "signed-in" : permission);
            if (operation.getParameters() != null) {
                operation
                        .getParameters()
                        .removeIf(parameter ->
                                parameter instanceof HeaderParameter && "Authorization".equals(parameter.getName()));
            }
            return operation.security(List.of(new SecurityRequirement().addList(TOKEN)));
        };
    }

    /** 428 follows without it, so the description says that it is required. */
    private static void versionIsNeeded(Operation operation) {
        if (operation.getParameters() != null) {
            operation.getParameters().stream()
                    .filter(parameter -> "If-Match".equals(parameter.getName()))
                    .forEach(parameter -> parameter.required(true).example("\"1\""));
        }
    }

    private static void bytesAreSent(Operation operation, HandlerMethod handler) {
        if (Arrays.asList(handler.getMethod().getParameterTypes()).contains(ServerHttpRequest.class)) {
            operation.requestBody(new RequestBody()
                    .required(true)
                    .description("The file itself, 25 MB at most")
                    .content(of("application/octet-stream", text().format("binary"))));
        }
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

    private static Content of(String mediaType, Schema<?> schema) {
        return new Content().addMediaType(mediaType, new MediaType().schema(schema));
    }
}
