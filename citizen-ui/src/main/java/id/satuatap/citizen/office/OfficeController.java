package id.satuatap.citizen.office;

import id.satuatap.citizen.page.Frame;
import id.satuatap.citizen.page.PageCaching;
import id.satuatap.citizen.page.Search;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The list of offices, searched by a plain form. */
@Controller
@RequestMapping(headers = "X-Satu-Tenant")
class OfficeController {

    private final Offices offices;

    OfficeController(Offices offices) {
        this.offices = offices;
    }

    @GetMapping({"/kantor", "/en/kantor"})
    String offices(Frame frame, @RequestParam(required = false) @Nullable String q, Model model) {
        var search = Search.of(q);
        var register = offices.register(frame.here());
        model.addAttribute("search", search);
        model.addAttribute("register", register);
        model.addAttribute(PageCaching.UNANSWERED, register == null);
        if (register != null) {
            model.addAttribute("found", register.found(search));
        }
        return "offices";
    }
}
