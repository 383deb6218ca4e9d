package id.satuatap.core.access;

import static org.assertj.core.api.Assertions.assertThat;

import id.satuatap.core.outbox.EventSubjects;
import id.satuatap.core.setup.TestPlatform;
import org.junit.jupiter.api.Test;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;

/** The rule of access is read from one place by the code that enforces it, by the description of the API, and here. */
class OperationsIT {

    private static final TestPlatform PLATFORM = TestPlatform.get();

    @Test
    void every_operation_says_who_may_call_it() {
        var operations = PLATFORM.bean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .values();

        assertThat(operations).isNotEmpty().allSatisfy(OperationRule::of); // throws for one without a rule
    }

    @Test
    void what_was_checked_is_what_is_called() {
        var mapping = PLATFORM.bean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class);
        var exchange = MockServerWebExchange.from(MockServerHttpRequest.get("/api/v1/audit"));
        var checked = mapping.getHandler(exchange).block();
        var rewritten = exchange.mutate()
                .request(request -> request.path("/api/v1/members"))
                .build();

        assertThat(checked).isNotNull();
        assertThat(mapping.getHandler(rewritten).block()).isSameAs(checked);
    }

    @Test
    void the_description_names_a_permission_or_none_for_each_operation() {
        var api = description();

        assertThat(api.at("/paths").propertyNames()).hasSizeGreaterThan(15);
        for (var path : api.at("/paths").properties()) {
            for (var operation : path.getValue().properties()) {
                var security = operation.getValue().get("security");
                assertThat(security).as(path.getKey()).isNotNull();
                assertThat(operation.getValue().at("/responses/default").isMissingNode())
                        .isFalse();
                assertThat(security.isEmpty())
                        .as("%s %s", operation.getKey(), path.getKey())
                        .isEqualTo(!operation.getValue().has("x-permission"));
            }
        }
        assertThat(security(api, "/api/v1/spbe/instruments/{id}/score", "post")).isEmpty();
        assertThat(security(api, "/api/v1/spbe/assessments", "get")).isNotEmpty();
        assertThat(api.at("/components/schemas/SaveAnswer/example/level").intValue())
                .isEqualTo(3);
    }

    @Test
    void an_id_in_a_path_is_called_by_the_kind_of_its_thing_so_that_the_trail_can_name_what_was_refused() {
        var kinds = PLATFORM.beans(EventSubjects.class).stream()
                .map(EventSubjects::kind)
                .toList();
        var ids = description()
                .at("/paths")
                .valueStream()
                .flatMap(JsonNode::valueStream)
                .flatMap(operation -> operation.path("parameters").valueStream())
                .filter(parameter -> parameter.at("/in").asString().equals("path")
                        && parameter.at("/schema/format").asString("").equals("uuid"))
                .map(parameter -> parameter.at("/name").asString())
                .distinct()
                .toList();

        assertThat(ids).contains("membership", "invitation", "office", "document");
        assertThat(ids).filteredOn(id -> !id.equals("event")).isSubsetOf(kinds); // an event has no name
    }

    private static JsonNode description() {
        return PLATFORM.bare()
                .get()
                .uri("/api/v1/openapi.json")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(JsonNode.class)
                .returnResult()
                .getResponseBody();
    }

    private static JsonNode security(JsonNode api, String path, String method) {
        return api.get("paths").get(path).get(method).get("security");
    }
}
