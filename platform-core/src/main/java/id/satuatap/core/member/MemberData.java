package id.satuatap.core.member;

import id.satuatap.core.access.Membership;
import id.satuatap.core.access.Memberships;
import id.satuatap.core.privacy.PersonalData;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Which roles somebody had here, and from when to when. */
@Component
class MemberData implements PersonalData {

    private final Memberships memberships;

    MemberData(Memberships memberships) {
        this.memberships = memberships;
    }

    @Override
    public String kind() {
        return "memberships";
    }

    @Override
    public Mono<List<Map<String, Object>>> of(UUID person) {
        return memberships
                .everOf(List.of(person))
                .map(found -> found.getOrDefault(person, List.of()).stream()
                        .map(MemberData::entry)
                        .toList());
    }

    private static Map<String, Object> entry(Membership membership) {
        var entry = new LinkedHashMap<String, Object>();
        entry.put("role", membership.role().key());
        entry.put("from", membership.validFrom());
        if (membership.validTo() != null) {
            entry.put("to", membership.validTo());
        }
        if (membership.endedAt() != null) {
            entry.put("endedAt", membership.endedAt());
        }
        if (membership.decree() != null) {
            entry.put("decree", membership.decree());
        }
        return entry;
    }
}
