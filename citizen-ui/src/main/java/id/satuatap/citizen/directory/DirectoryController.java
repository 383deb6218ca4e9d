package id.satuatap.citizen.directory;

import id.satuatap.citizen.page.Frame;
import id.satuatap.citizen.page.PublicAddress;
import id.satuatap.citizen.page.Search;
import id.satuatap.citizen.tenant.Tenants;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The list of governments, on the host that belongs to none of them. */
@Controller
@RequestMapping(headers = "!X-Satu-Tenant")
class DirectoryController {

    private final Tenants tenants;
    private final PublicAddress address;

    DirectoryController(Tenants tenants, PublicAddress address) {
        this.tenants = tenants;
        this.address = address;
    }

    @GetMapping({"/", "/en/"})
    String directory(Frame frame, @RequestParam(required = false) @Nullable String q, Model model) {
        var search = Search.of(q);
        model.addAttribute("search", search);
        model.addAttribute("directory", Directory.of(tenants.all(), search, address));
        return "directory";
    }
}
