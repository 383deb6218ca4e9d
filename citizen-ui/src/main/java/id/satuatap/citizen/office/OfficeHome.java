package id.satuatap.citizen.office;

import id.satuatap.citizen.page.Frame;
import id.satuatap.citizen.page.HomePart;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** The offices on a tenant's home: how many of which kind, and a search. */
@Component
@Order(2)
class OfficeHome implements HomePart {

    private final Offices offices;

    OfficeHome(Offices offices) {
        this.offices = offices;
    }

    @Override
    public String template() {
        return "home-offices";
    }

    @Override
    public boolean prepare(Frame frame, Model model) {
        var register = offices.register(frame.here());
        model.addAttribute("register", register);
        return register != null;
    }
}
