package id.satuatap.core.office;

import id.satuatap.core.access.Appointments.Official;
import id.satuatap.core.access.Officials;
import id.satuatap.core.privacy.PersonalData;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What somebody is as an official: the name as on paper, the NIP in clear, the rank. */
@Component
class OfficialData implements PersonalData {

    private final Officials officials;

    OfficialData(Officials officials) {
        this.officials = officials;
    }

    @Override
    public String kind() {
        return "officials";
    }

    @Override
    public Mono<List<Map<String, Object>>> of(UUID person) {
        return officials
                .of(person)
                .map(found -> found.stream().map(OfficialData::entry).toList());
    }

    private static Map<String, Object> entry(Official official) {
        var entry = new LinkedHashMap<String, Object>();
        entry.put("name", official.name());
        if (official.nip() != null) {
            entry.put("nip", official.nip());
        }
        if (official.rank() != null) {
            entry.put("rank", official.rank());
        }
        return entry;
    }
}
