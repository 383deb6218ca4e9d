package id.satuatap.admin.spbe;

import id.satuatap.servlet.core.CoreClients;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Service;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.PostExchange;

/** The instruments, which never change once loaded, and the score that a set of levels would give. */
@Service
public class Instruments {

    private static final int MOST = 50;

    private final Client client;
    private final Map<String, Instrument> known = new ConcurrentHashMap<>();

    Instruments(CoreClients core) {
        this.client = core.openClient(Client.class);
    }

    List<Listed> list() {
        return client.list().items();
    }

    public Instrument get(String id) {
        var before = known.get(id);
        if (before != null) {
            return before;
        }
        var instrument = client.get(id);
        if (known.size() < MOST) {
            known.put(id, instrument);
        }
        return instrument;
    }

    Score score(String instrument, int year, Map<Integer, BigDecimal> levels) {
        return client.score(instrument, new Levels(year, levels));
    }

    record Listed(
            String id,
            String regulation,
            String title,
            List<Integer> validYears,
            int indicators,
            boolean provisional,
            boolean inForce) {}

    record Catalogue(List<Listed> items) {}

    record Levels(int year, Map<Integer, BigDecimal> levels) {}

    interface Client {
        @GetExchange("/spbe/instruments")
        Catalogue list();

        @GetExchange("/spbe/instruments/{id}")
        Instrument get(@PathVariable String id);

        @PostExchange("/spbe/instruments/{id}/score")
        Score score(@PathVariable String id, @RequestBody Levels levels);
    }
}
