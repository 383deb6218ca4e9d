package id.satuatap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import id.satuatap.stack.Stack;
import java.net.URI;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class SmokeTest {

    private final Stack stack = RunningStack.get();

    @Test
    void a_machine_gets_a_token_with_its_credentials_and_core_knows_who_it_is() {
        var client = stack.credentials().client("rembang", "coordinator");

        var answer = stack.send(
                stack.request("rembang", "/api/v1/me").header("Authorization", "Bearer " + stack.accessToken(client)));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        var me = JsonMapper.shared().readTree(answer.body());
        assertThat(me.get("subject").asString()).isEqualTo(client.clientId());
        assertThat(me.get("machine").asBoolean()).isTrue();
        assertThat(me.get("tenant").get("slug").asString()).isEqualTo("rembang");
    }

    @Test
    void the_gateway_shows_the_tenants_and_hides_the_inside() {
        assertThat(stack.send(stack.request(null, "/api/v1/tenants")).body())
                .contains("rembang", "bojonegoro", "bangkalan", "rejanglebong", "kepahiang", "lebong")
                .contains("jateng", "jatim", "bengkulu");
        assertThat(stack.send(stack.request(null, "/actuator/health")).statusCode())
                .isEqualTo(404);
        assertThat(stack.send(stack.request("rembang", "/admin/actuator/prometheus"))
                        .statusCode())
                .isNotEqualTo(200);
    }

    @Test
    void every_tenant_has_a_home_page_in_the_browser() {
        var page = Browser.desktop();

        page.navigate(stack.address("rembang") + "/");

        assertThat(URI.create(page.url()).getHost()).isEqualTo("rembang.localhost");
        assertThat(page.content()).contains("Rembang");
        Browser.close(page);
    }

    @Test
    void an_official_signs_in_and_comes_back_to_the_workspace() {
        var page = Browser.desktop();

        Browser.signIn(
                page,
                stack.address("rejanglebong") + "/admin/",
                stack.credentials().user("rejanglebong", "internal-assessor"));

        assertThat(URI.create(page.url()).getHost()).isEqualTo("rejanglebong.localhost");
        Browser.close(page);
    }
}
