package id.satuatap.admin.member;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.PostExchange;
import org.springframework.web.service.annotation.PutExchange;

/** Members, invitations and roles at core. */
interface MemberClient {

    int PART = 200;

    @GetExchange("/members")
    Members list(@RequestParam(required = false) @Nullable String after, @RequestParam int limit);

    /** However many there are. Not a method of the client: what stands for it can't call one of an interface that it doesn't see. */
    static List<Member> all(MemberClient client) {
        var page = client.list(null, PART);
        var all = new ArrayList<>(page.items());
        while (page.next() != null) {
            page = client.list(page.next(), PART);
            all.addAll(page.items());
        }
        return all;
    }

    @PutExchange("/members/{id}/role")
    void change(
            @PathVariable String id, @RequestHeader(HttpHeaders.IF_MATCH) String version, @RequestBody NewRole role);

    @PostExchange("/members/{id}/end")
    void end(@PathVariable String id, @RequestHeader(HttpHeaders.IF_MATCH) String version);

    @GetExchange("/invitations")
    Invitations invitations();

    @PostExchange("/invitations")
    Invited invite(@RequestHeader("Idempotency-Key") String key, @RequestBody Invitation invitation);

    @PostExchange("/invitations/{id}/letter")
    Invited sendAgain(@PathVariable String id);

    @PostExchange("/invitations/{id}/withdrawal")
    void withdraw(@PathVariable String id);

    @PostExchange("/invitations/{code}/acceptance")
    void accept(@PathVariable String code);

    /** The roles that can be given here, and what each may do. */
    @GetExchange("/roles")
    Roles roles();

    @GetExchange("/tenants/{slug}/offices")
    Offices offices(@PathVariable String slug);

    record Members(List<Member> items, @Nullable String next) {}

    record Member(
            String id,
            @Nullable String name,
            @Nullable String email,
            String role,
            @Nullable String office,
            boolean machine,
            @Nullable String decree,
            @Nullable LocalDate validFrom,
            @Nullable LocalDate validTo,
            @Nullable Instant endedAt,
            long version) {

        /** Whoever was erased has neither. */
        String shownName() {
            return name != null ? name : email != null ? email : "(dihapus)";
        }

        String etag() {
            return "\"" + version + "\"";
        }
    }

    record NewRole(String role) {}

    record Invitations(List<Invited> items) {}

    record Invitation(
            String email,
            String role,
            @Nullable String office,
            @Nullable String decree,
            @Nullable LocalDate validTo) {}

    /** @param sent how often the letter was sent */
    record Invited(
            String id, String email, String role, @Nullable String office, Instant expiresAt, int sent, String link) {}

    record Roles(List<Role> items) {

        List<String> keys() {
            return items.stream().map(Role::role).toList();
        }
    }

    /** @param reach how far each permission reaches: TENANT, OFFICE or OWN */
    record Role(String role, Map<String, String> reach) {}

    record Offices(List<Office> items) {}

    record Office(String id, String name) {}
}
