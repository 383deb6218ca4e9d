package id.satuatap.citizen.home;

import id.satuatap.citizen.page.Frame;
import id.satuatap.citizen.page.HomeSection;
import id.satuatap.citizen.page.PageCaching;
import id.satuatap.citizen.page.PublicAddress;
import id.satuatap.citizen.tenant.Tenant;
import id.satuatap.citizen.tenant.Tenants;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** A tenant's home: what each feature brings, and under a province the portals of its regencies. */
@Controller
class HomeController {

    /** A door next door. */
    record Neighbour(Tenant tenant, String address) {}

    private final Tenants tenants;
    private final List<HomeSection> sections;
    private final PublicAddress address;

    HomeController(Tenants tenants, List<HomeSection> sections, PublicAddress address) {
        this.tenants = tenants;
        this.sections = sections;
        this.address = address;
    }

    @GetMapping(
            path = {"/", "/en/"},
            headers = "X-Satu-Tenant")
    String home(Frame frame, Model model) {
        var unanswered =
                sections.stream().filter(section -> !section.fill(frame, model)).toList();
        model.addAttribute("sections", sections);
        model.addAttribute("regencies", regenciesOf(frame.here()));
        model.addAttribute(PageCaching.UNANSWERED, !unanswered.isEmpty());
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
