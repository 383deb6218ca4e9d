package id.satuatap.bench.edge;

import id.satuatap.stack.Credentials;
import id.satuatap.stack.Stack;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A person in the workspace: signs in, and opens a screen by the calls that Vaadin's client makes. */
record Visitor(Browser browser, String workspace) {

    private static final String SIGN_IN_COOKIE = "SATUATAP_ID";

    /** One who shows name and password. */
    static Visitor signIn(Stack stack, Credentials.User user) {
        var browser = new Browser(stack.http());
        var workspace = stack.address(String.valueOf(user.tenant())) + "/admin/";
        browser.signIn(browser.get(workspace), user, "nowhere");
        return new Visitor(browser, workspace);
    }

    /** The same person in another browser session, signed in without a password because identity knows her. */
    Visitor again() {
        // an ended session too, or the gateway would count a thousand visitors at one address
        return new Visitor(browser.with(SIGN_IN_COOKIE).with("SATUATAP_ADMIN", "ended"), workspace);
    }

    /** Opens a screen and returns what Vaadin was told to draw. */
    String open(String route) {
        sound(browser.get(workspace + route));
        var init = sound(browser.get(workspace + "?v-r=init&location=" + route + "&query="));
        var configuration = JsonMapper.shared().readTree(init.body()).get("appConfig");
        var ui = configuration.get("v-uiId").asInt();
        return sound(browser.post(
                        workspace + "?v-r=uidl&v-uiId=" + ui,
                        "application/json; charset=UTF-8",
                        navigation(route, configuration.get("uidl"))))
                .body();
    }

    private static Browser.Page sound(Browser.Page page) {
        if (page.status() != 200) {
            throw new IllegalStateException("%d %s".formatted(page.status(), page.address()));
        }
        return page;
    }

    private static String navigation(String route, JsonNode uidl) {
        var data = Map.of("route", route, "query", "", "appShellTitle", "", "trigger", "");
        return JsonMapper.shared()
                .writeValueAsString(Map.of(
                        "csrfToken",
                        uidl.get("Vaadin-Security-Key").asString(),
                        "rpc",
                        new Object[] {Map.of("type", "event", "node", 1, "event", "ui-navigate", "data", data)},
                        "syncId",
                        uidl.get("syncId").asInt(),
                        "clientId",
                        0));
    }
}
