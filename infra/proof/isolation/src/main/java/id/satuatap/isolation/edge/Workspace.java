package id.satuatap.isolation.edge;

import id.satuatap.stack.Answer;
import id.satuatap.stack.Request;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** One page of the officials' workspace as its own script sees it: the messages it exchanges, without the script. */
final class Workspace {

    private static final Pattern TEXT =
            Pattern.compile("\"key\":\"(?:text|title)\",\"feat\":\\d+,\"value\":\"([^\"]*)\"");
    private static final Pattern SYNC = Pattern.compile("\"syncId\":(-?\\d+)");

    private final Browser browser;
    private final String host;
    private final int ui;
    private final String key;
    private final String pushId;
    private int sync;
    private int messages;
    private String seen = "";

    Workspace(Browser browser, String host, String route) throws IOException {
        this.browser = browser;
        this.host = host;
        var begun = browser.send(host, Request.get("/admin/?v-r=init&location=%s&query=".formatted(route)));
        var config = begun.json().path("appConfig");
        var uidl = config.path("uidl");
        this.ui = config.path("v-uiId").asInt();
        this.key = uidl.path("Vaadin-Security-Key").asString("");
        this.pushId = uidl.path("Vaadin-Push-ID").asString("");
        this.sync = uidl.path("syncId").asInt();
        open(route);
    }

    String key() {
        return key;
    }

    String pushId() {
        return pushId;
    }

    int ui() {
        return ui;
    }

    /** The words on the page. */
    String words() {
        return String.join(
                " · ", TEXT.matcher(seen).results().map(hit -> hit.group(1)).toList());
    }

    Answer open(String route) throws IOException {
        var data = Map.of("route", route, "query", "", "appShellTitle", "", "historyState", Map.of(), "trigger", "");
        return say(Map.of("type", "event", "node", 1, "event", "ui-navigate", "data", data));
    }

    Answer click(int node) throws IOException {
        return say(Map.of("type", "event", "node", node, "event", "click", "data", Map.of()));
    }

    Answer say(Map<String, Object> what) throws IOException {
        var answer = browser.send(host, message(key, what));
        messages++;
        var found = SYNC.matcher(answer.text());
        if (found.find() && Integer.parseInt(found.group(1)) >= 0) {
            sync = Integer.parseInt(found.group(1));
        }
        seen += answer.text();
        return answer;
    }

    /** A message of this page, with whatever key. */
    Request message(String withKey, Map<String, Object> what) {
        var body = Map.of("csrfToken", withKey, "rpc", List.of(what), "syncId", sync, "clientId", messages);
        return Request.json("POST", "/admin/?v-r=uidl&v-uiId=" + ui, body);
    }

    /** The buttons that listen, but for those that are disabled or invisible. */
    List<Integer> buttons() {
        var idle = new HashSet<>(nodes("disabled"));
        idle.addAll(nodes("visible"));
        var live = new ArrayList<>(nodes("click"));
        live.removeAll(idle);
        live.retainAll(ofTag("vaadin-button"));
        return live;
    }

    List<Integer> nodes(String key) {
        return numbers(Pattern.compile("\"node\":(\\d+),\"type\":\"put\",\"key\":\"%s\"".formatted(key)));
    }

    private Set<Integer> ofTag(String tag) {
        return new HashSet<>(numbers(Pattern.compile(
                "\"node\":(\\d+),\"type\":\"put\",\"key\":\"tag\",\"feat\":0,\"value\":\"%s\"".formatted(tag))));
    }

    private List<Integer> numbers(Pattern pattern) {
        return pattern.matcher(seen)
                .results()
                .map(hit -> Integer.parseInt(hit.group(1)))
                .toList();
    }

    /** Whether an answer changes anything on the page. */
    static boolean changes(Answer answer) {
        return answer.text().contains("\"changes\":[") || answer.text().contains("\"execute\"");
    }
}
