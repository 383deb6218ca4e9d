package id.satuatap.admin.member;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.PostExchange;
import org.springframework.web.service.annotation.PutExchange;

/** Members and invitations at core. */
interface MemberClient {

    @GetExchange("/members")
    Members list();

    @PutExchange("/members/{id}/role")
    void change(
            @PathVariable String id, @RequestHeader(HttpHeaders.IF_MATCH) String version, @RequestBody NewRole role);

    @PostExchange("/members/{id}/end")
    void end(@PathVariable String id, @RequestHeader(HttpHeaders.IF_MATCH) String version);

    @GetExchange("/invitations")
    Invitations invitations();

    @PostExchange("/invitations")
    Invited invite(@RequestHeader("Idempotency-Key") String key, @RequestBody Invitation invitation);

    @PostExchange("/invitations/{code}/acceptance")
    void accept(@PathVariable String code);

    record Members(List<Member> items) {}

    record Member(
            String id,
            @Nullable String name,
            @Nullable String email,
            String role,
            boolean machine,
            @Nullable String decree,
            @Nullable String validFrom,
            @Nullable String validTo,
            @Nullable Instant endedAt,
            long version) {

        String shownName() {
            return name != null ? name : email != null ? email : id;
        }

        String etag() {
            return "\"" + version + "\"";
        }
    }

    record NewRole(String role) {}

    record Invitations(List<Open> items) {}

    record Open(
            String id,
            String email,
            String role,
            @Nullable Instant expiresAt,
            @Nullable String link) {}

    record Invitation(
            String email,
            String role,
            @Nullable String decree,
            @Nullable LocalDate validTo) {}

    record Invited(String id, String email, String role, Instant expiresAt, String link) {}
}
