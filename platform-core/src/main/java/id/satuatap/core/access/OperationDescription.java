package id.satuatap.core.access;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import java.util.Arrays;
import java.util.List;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;

/** Describes each operation of the API: who may call it is read from the same annotations that are enforced. */
@Component
class OperationDescription implements OperationCustomizer {

    static final String TOKEN = "token";

    private static final ApiResponse PROBLEM = new ApiResponse()
            .description("Refused, or failed: 400, 401, 403, 404, 409, 412, 413, 415, 422, 428, 429, 503")
            .content(of("application/problem+json", new Schema<Object>().$ref("#/components/schemas/Problem")));

    @Override
    public Operation customize(Operation operation, HandlerMethod handler) {
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
                    .content(of(
                            "application/octet-stream",
                            new Schema<Object>().type("string").format("binary"))));
        }
    }

    private static Content of(String mediaType, Schema<?> schema) {
        return new Content().addMediaType(mediaType, new MediaType().schema(schema));
    }
}
