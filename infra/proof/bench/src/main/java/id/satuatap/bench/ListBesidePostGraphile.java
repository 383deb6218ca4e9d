package id.satuatap.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/** The list of twenty rows once more, beside an API that PostgreSQL's catalogue wrote; only if asked for, since it needs Node. */
final class ListBesidePostGraphile {

    private static final String SECTION = "list";
    private static final String WHAT = "list beside PostGraphile ≥ 1.0";
    private static final String FLAG = "--postgraphile";
    private static final int ROUNDS = 3;

    private final Field field;
    private final int tenants;
    private final Path folder;

    ListBesidePostGraphile(Field field, int tenants) {
        this.field = field;
        this.tenants = tenants;
        this.folder = field.folder().resolve("postgraphile");
    }

    void run() {
        if (!field.has(FLAG)) {
            without("not asked for: " + FLAG);
        } else if (!PostGraphile.possible()) {
            without("node or npm is missing");
        } else if (isInstalled()) {
            try (var peer = PostGraphile.start(field, folder)) {
                compareAnswers(peer);
                race(peer);
            }
        }
    }

    private boolean isInstalled() {
        try {
            PostGraphile.install(folder);
            return true;
        } catch (IllegalStateException e) {
            without("npm has no PostGraphile %s: %s".formatted(PostGraphile.VERSION, e.getMessage()));
            return false;
        }
    }

    private void without(String why) {
        field.report().notYet(SECTION, "", WHAT, why);
    }

    /** The peer does the same work: the same lines for who may see them, none for who may not. */
    private void compareAnswers(PostGraphile peer) {
        var tenant = Ids.slug(3);
        var core = lines(
                field.send(field.core(), tenant, "GET", "/api/v1/audit?limit=20", null)
                        .body(),
                "/items");
        var other = lines(peer.ask(tenant, field.token()).body(), "/data/list");
        field.report()
                .check(
                        core.size() == 20 && core.equals(other),
                        SECTION,
                        "",
                        "the same twenty lines from core and PostGraphile",
                        core.equals(other) ? "" : "core: %s; PostGraphile: %s".formatted(core, other));
        var forged = peer.ask(tenant, field.token() + "x").statusCode();
        var stranger = peer.ask(tenant, field.stack().tokens().person("asing")).statusCode();
        field.report()
                .check(
                        forged == 401 && stranger == 403,
                        SECTION,
                        "",
                        "PostGraphile refuses a forged token and a stranger",
                        "%d, %d".formatted(forged, stranger));
    }

    private static List<String> lines(byte[] body, String where) {
        return JsonMapper.shared().readTree(body).at(where).values().stream()
                .map(line -> line.path("position").asString("") + " "
                        + line.path("action").asString(""))
                .toList();
    }

    private void race(PostGraphile peer) {
        field.warmCore(tenants);
        WarmUp.of(SECTION, () -> other(peer, WarmUp.TURN));
        var seen = Field.alternating(
                ROUNDS,
                List.of(
                        () -> field.list(field.core(), TenantList.TIME, 0, tenants),
                        () -> other(peer, TenantList.TIME)));
        var ratio = seen.get(0).ratioTo(seen.get(1));
        field.reach(
                ratio >= 1,
                SECTION,
                "",
                WHAT,
                "%.2f; %s against %s by PostGraphile %s on Node %s with tokens, tenants and members checked around it"
                        .formatted(
                                ratio,
                                seen.get(0).text("/s"),
                                seen.get(1).text("/s"),
                                PostGraphile.VERSION,
                                PostGraphile.node()));
    }

    private double other(PostGraphile peer, Duration time) {
        return Load.run(
                        peer.address(),
                        "graphql.lua",
                        TenantList.CONNECTIONS,
                        time,
                        field.token(),
                        0,
                        tenants,
                        PostGraphile.QUERY)
                .sound()
                .perSecond();
    }
}
