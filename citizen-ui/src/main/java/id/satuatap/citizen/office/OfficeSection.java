package id.satuatap.citizen.office;

import id.satuatap.citizen.page.Frame;
import id.satuatap.citizen.page.HomeSection;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** How many offices there are, and a search for one of them. */
@Component
@Order(30)
class OfficeSection implements HomeSection {

    private final Offices offices;

    OfficeSection(Offices offices) {
        this.offices = offices;
    }

    @Override
    public String template() {
        return "offices-home";
    }

    @Override
    public boolean fill(Frame frame, Model model) {
        var register = offices.register(frame.here());
        model.addAttribute("register", register);
        return register != null;
    }
}
