package id.satuatap.citizen.home;

import id.satuatap.citizen.office.Offices;
import id.satuatap.citizen.page.Frame;
import id.satuatap.citizen.page.PageCaching;
import id.satuatap.citizen.page.PublicAddress;
import id.satuatap.citizen.spbe.Plot;
import id.satuatap.citizen.spbe.Spbe;
import id.satuatap.citizen.tenant.Tenant;
import id.satuatap.citizen.tenant.Tenants;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** A tenant's home: its SPBE history, its offices, and under a province the portals of its regencies. */
@Controller
class HomeController {

    /** A door next door. */
    record Neighbour(Tenant tenant, String address) {}

    private final Tenants tenants;
    private final Spbe spbe;
    private final Offices offices;
    private final PublicAddress address;

    HomeController(Tenants tenants, Spbe spbe, Offices offices, PublicAddress address) {
        this.tenants = tenants;
        this.spbe = spbe;
        this.offices = offices;
        this.address = address;
    }

    @GetMapping(
            path = {"/", "/en/"},
            headers = "X-Satu-Tenant")
    String home(Frame frame, Model model) {
        var tenant = frame.here();
        var history = spbe.history(tenant);
        var register = offices.register(tenant);
        model.addAttribute("history", history);
        model.addAttribute("register", register);
        model.addAttribute("regencies", regenciesOf(tenant));
        model.addAttribute(PageCaching.UNANSWERED, history == null || register == null);
        if (history != null) {
            model.addAttribute("plot", Plot.of(history, frame.language()));
        }
        return "home";
    }

    @GetMapping("/en")
    String english() {
        return "redirect:/en/";
    }

    private List<Neighbour> regenciesOf(Tenant tenant) {
        return tenants.all().stream()
                .filter(other -> other.isUnder(tenant))
                .sorted(Comparator.comparing(Tenant::name))
                .map(other -> new Neighbour(other, address.of(other.hosts().getFirst())))
                .toList();
    }
}
