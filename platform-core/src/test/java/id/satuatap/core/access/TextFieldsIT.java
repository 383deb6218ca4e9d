package id.satuatap.core.access;

import static org.assertj.core.api.Assertions.assertThat;

import id.satuatap.core.setup.TestPlatform;
import java.lang.reflect.RecordComponent;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.reactive.result.method.RequestMappingInfo;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.UriUtils;
import tools.jackson.databind.JsonNode;

/** One rule for typed text: each text of each operation names its field and the character that it can't hold. */
class TextFieldsIT {

    private static final TestPlatform PLATFORM = TestPlatform.get();
    private static final String NO_CHARACTER = "a\uffffb";
    private static final Set<Integer> DENIED = Set.of(401, 403);

    private record Text(HttpMethod method, String path, HandlerMethod operation, Place place, String field) {

        enum Place {
            BODY,
            QUERY,
            PATH
        }

        @Override
        public String toString() {
            return "%s %s: %s in %s".formatted(method, path, field, place);
        }
    }

    @TestFactory
    Stream<DynamicTest> a_character_that_can_not_be_kept_is_told_at_its_field() {
        return texts().map(text -> DynamicTest.dynamicTest(text.toString(), () -> {
            assertThat(refusal(text, "id")).contains("Karakter ke-2 (U+FFFF) bukan karakter");
            assertThat(refusal(text, "en")).contains("Character 2 (U+FFFF) is no character");
        }));
    }

    @Test
    void the_texts_known_today_are_among_those_found() {
        assertThat(texts().map(Text::field))
                .contains("fact", "analysis", "email", "decree", "instrument", "name", "province", "slug", "code");
    }

    @Test
    void an_address_is_taken_without_what_came_along_unseen() {
        invite("\\u00a0siti.\\u200bteks@contoh.example\\ufeff ")
                .expectStatus()
                .isCreated()
                .expectBody()
                .jsonPath("$.email")
                .isEqualTo("siti.teks@contoh.example");
    }

    @Test
    void an_address_names_the_character_that_it_can_not_hold() {
        invite("sit\u00ed@contoh.example")
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.faults[0].field")
                .isEqualTo("email")
                .jsonPath("$.faults[0].message")
                .isEqualTo("Alamat surel tidak boleh memuat “\u00ed” (U+00ED).");
    }

    private static WebTestClient.ResponseSpec invite(String address) {
        return PLATFORM.as("tenant-admin", TestPlatform.LEBONG)
                .post()
                .uri("/api/v1/invitations")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue("{\"email\": \"" + address + "\", \"role\": \"data-entry\"}")
                .exchange();
    }

    private static String refusal(Text text, String language) {
        return actors().map(actor -> send(actor, text, language))
                .filter(answer -> !DENIED.contains(answer.getStatus().value()))
                .findFirst()
                .map(answer -> {
                    assertThat(answer.getStatus().value()).isEqualTo(400);
                    var faults = answer.getResponseBody().get("faults");
                    assertThat(faults.size()).isEqualTo(1);
                    assertThat(faults.at("/0/field").asString()).isEqualTo(text.field());
                    return faults.at("/0/message").asString();
                })
                .orElseThrow();
    }

    /** Somebody of them may do it. */
    private static Stream<WebTestClient> actors() {
        return Stream.of(
                PLATFORM.as("internal-assessor", TestPlatform.LEBONG),
                PLATFORM.as("tenant-admin", TestPlatform.LEBONG),
                PLATFORM.as("coordinator", TestPlatform.LEBONG),
                PLATFORM.as("data-protection-officer", TestPlatform.LEBONG),
                PLATFORM.as("province-overseer", TestPlatform.BENGKULU),
                PLATFORM.operator());
    }

    private static EntityExchangeResult<JsonNode> send(WebTestClient actor, Text text, String language) {
        return actor.method(text.method())
                .uri(base -> URI.create(base.build() + address(text)))
                .header(HttpHeaders.ACCEPT_LANGUAGE, language)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(text.place() == Text.Place.BODY ? Map.of(text.field(), NO_CHARACTER) : Map.of())
                .exchange()
                .expectBody(JsonNode.class)
                .returnResult();
    }

    /** Numbers and ids stand for all other parts of the path; nothing behind them is ever looked up. */
    private static String address(Text text) {
        var wrong = UriUtils.encode(NO_CHARACTER, "UTF-8");
        var path = text.path();
        for (var parameter : text.operation().getMethodParameters()) {
            var name = name(parameter);
            var isWrong = text.place() == Text.Place.PATH && name.equals(text.field());
            path = path.replace("{" + name + "}", isWrong ? wrong : any(parameter));
        }
        return text.place() == Text.Place.QUERY ? path + "?" + text.field() + "=" + wrong : path;
    }

    private static String any(MethodParameter parameter) {
        return parameter.getParameterType() == UUID.class ? "0190b3a1-0000-7000-8000-000000000000" : "1";
    }

    private static Stream<Text> texts() {
        return PLATFORM
                .bean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .entrySet()
                .stream()
                .filter(operation ->
                        operation.getValue().getBeanType().getName().startsWith("id.satuatap"))
                .flatMap(operation -> texts(operation.getKey(), operation.getValue()));
    }

    private static Stream<Text> texts(RequestMappingInfo at, HandlerMethod operation) {
        var method = at.getMethodsCondition().getMethods().iterator().next().asHttpMethod();
        var path = at.getPatternsCondition().getPatterns().iterator().next().getPatternString();
        return Arrays.stream(operation.getMethodParameters())
                .flatMap(parameter -> fields(parameter).stream()
                        .map(field -> new Text(method, path, operation, place(parameter), field)));
    }

    private static Text.Place place(MethodParameter parameter) {
        return parameter.hasParameterAnnotation(RequestBody.class)
                ? Text.Place.BODY
                : parameter.hasParameterAnnotation(PathVariable.class) ? Text.Place.PATH : Text.Place.QUERY;
    }

    private static List<String> fields(MethodParameter parameter) {
        if (parameter.hasParameterAnnotation(RequestBody.class)
                && parameter.getParameterType().isRecord()) {
            return Arrays.stream(parameter.getParameterType().getRecordComponents())
                    .filter(component -> component.getType() == String.class)
                    .map(RecordComponent::getName)
                    .toList();
        }
        var isText = parameter.getParameterType() == String.class
                && (parameter.hasParameterAnnotation(PathVariable.class)
                        || parameter.hasParameterAnnotation(RequestParam.class));
        return isText ? List.of(name(parameter)) : List.of();
    }

    private static String name(MethodParameter parameter) {
        parameter.initParameterNameDiscovery(new DefaultParameterNameDiscoverer());
        return String.valueOf(parameter.getParameterName());
    }
}
