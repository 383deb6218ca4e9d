package id.satuatap.core.member;

import id.satuatap.core.access.Membership;
import id.satuatap.core.access.Requires;
import id.satuatap.core.access.Role;
import id.satuatap.core.access.Standings;
import id.satuatap.core.shared.Page;
import id.satuatap.core.shared.Versions;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
@RequestMapping("/api/v1/members")
class MemberController {

    record MemberView(
            UUID id,
            @Nullable String name,
            @Nullable String email,
            Role role,
            @Nullable UUID office,
            boolean machine,
            @Nullable String decree,
            LocalDate validFrom,
            @Nullable LocalDate validTo,
            @Nullable Instant endedAt,
            int version) {

        static MemberView of(Membership membership) {
            return new MemberView(
                    membership.id(),
                    membership.name(),
                    membership.email(),
                    membership.role(),
                    membership.office(),
                    membership.machine(),
                    membership.decree(),
                    membership.validFrom(),
                    membership.validTo(),
                    membership.endedAt(),
                    membership.version());
        }
    }

    @Schema(example = """
            {"role": "data-entry"}""")
    record ChangeRole(@NotNull Role role) {}

    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private final Members members;
    private final Standings standings;

    MemberController(Members members, Standings standings) {
        this.members = members;
        this.standings = standings;
    }

    @Requires(MemberPermissions.READ)
    @GetMapping
    Mono<Page<MemberView>> list(
            @RequestParam(required = false) @Nullable UUID after,
            @RequestParam(required = false) @Nullable Integer limit) {
        var most = limit == null ? Page.MOST : Page.limit(limit);
        return members.after(after == null ? BEFORE_ALL : after, most + 1)
                .map(found -> Page.of(
                        found.stream().map(MemberView::of).toList(),
                        most,
                        last -> last.id().toString()));
    }

    @Requires(MemberPermissions.MANAGE)
    @PutMapping("/{membership}/role")
    Mono<ResponseEntity<MemberView>> changeRole(
            @PathVariable UUID membership,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody ChangeRole request) {
        return members.changeRole(membership, Versions.seen(ifMatch), request.role())
                .delayUntil(changed -> standings.forgetHere())
                .map(MemberController::tagged);
    }

    @Requires(MemberPermissions.MANAGE)
    @PostMapping("/{membership}/end")
    Mono<ResponseEntity<MemberView>> end(
            @PathVariable UUID membership,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        return members.end(membership, Versions.seen(ifMatch))
                .delayUntil(ended -> standings.forgetHere())
                .map(MemberController::tagged);
    }

    private static ResponseEntity<MemberView> tagged(Membership membership) {
        return ResponseEntity.ok().eTag(Versions.etag(membership.version())).body(MemberView.of(membership));
    }
}
