package id.satuatap.core.privacy;

import id.satuatap.core.access.Actor;
import id.satuatap.core.access.Person;
import id.satuatap.core.access.Requires;
import id.satuatap.core.access.SignedIn;
import id.satuatap.core.access.Standings;
import id.satuatap.core.shared.NotFound;
import id.satuatap.core.shared.Page;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
@RequestMapping("/api/v1/privacy")
class PrivacyController {

    private static final UUID FIRST = new UUID(0, 0);

    /**
     * All that is kept of one person.
     *
     * @param data by feature
     * @param looks who looked at it: when, as what, why
     * @param restriction since when, and why, it is kept and no longer used; null when it is
     */
    record KeptView(
            PersonView person,
            Map<String, List<Map<String, Object>>> data,
            List<Privacy.Look> looks,
            RestrictionRepository.@Nullable Restriction restriction) {

        static KeptView of(Privacy.Kept kept) {
            return new KeptView(
                    PersonView.of(kept.person()),
                    kept.data(),
                    kept.looks(),
                    kept.restriction().orElse(null));
        }
    }

    record PersonView(
            UUID id,
            @Nullable String name,
            @Nullable String email,
            @Nullable Instant erasedAt) {

        static PersonView of(Person person) {
            return new PersonView(person.id(), person.name(), person.email(), person.erasedAt());
        }
    }

    @Schema(example = """
            {"reason": "Permintaan warga, surat 12/2026"}""")
    record OpenData(@NotBlank @Size(max = 300) String reason) {}

    private final Privacy privacy;
    private final Standings standings;

    PrivacyController(Privacy privacy, Standings standings) {
        this.privacy = privacy;
        this.standings = standings;
    }

    /** What is kept of me in this government, and who looked at it; 404 when that is nothing. */
    @SignedIn
    @GetMapping("/me")
    Mono<KeptView> mine() {
        return Actor.current()
                .mapNotNull(actor -> actor.standing().person())
                .switchIfEmpty(Mono.error(() -> NotFound.nothingOfYours("privacy.nothing-kept")))
                .flatMap(privacy::of)
                .map(KeptView::of);
    }

    /** Opens what is kept of somebody; the one concerned sees that it was opened, as what, and why. */
    @Requires(PrivacyPermissions.READ)
    @PostMapping("/persons/{person}/openings")
    Mono<KeptView> open(@PathVariable UUID person, @Valid @RequestBody OpenData request) {
        return privacy.open(person, request.reason()).map(KeptView::of);
    }

    /** Forgets somebody who holds nothing here any more. What that one did stays, without saying who it was; there is no way back. */
    @Requires(PrivacyPermissions.ERASE)
    @PostMapping("/persons/{person}/erasure")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> erase(@PathVariable UUID person) {
        return privacy.erase(person).then(Mono.defer(standings::forgetHere));
    }

    /** Which columns hold personal data, of what kind, and how long they are kept: read from the schema itself. */
    @Requires(PrivacyPermissions.READ)
    @GetMapping("/register")
    Mono<Page<PrivacyRepository.Column>> register() {
        return privacy.register().map(Page::whole);
    }

    /** Whom a breach concerns: everybody whose data were here by then (UU 27/2022, article 46: told within 3 x 24 hours). */
    @Requires(PrivacyPermissions.READ)
    @GetMapping("/breach-list")
    Mono<Page<PersonView>> concerned(
            @RequestParam Instant by,
            @RequestParam(required = false) @Nullable UUID after,
            @RequestParam(required = false) @Nullable Integer limit) {
        var most = Page.limit(limit);
        return privacy.concerned(by, after == null ? FIRST : after, most + 1)
                .map(found -> Page.of(
                        found.stream().map(PersonView::of).toList(),
                        most,
                        last -> last.id().toString()));
    }
}
