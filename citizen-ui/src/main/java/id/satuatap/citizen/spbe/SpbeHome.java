package id.satuatap.citizen.spbe;

import id.satuatap.citizen.page.Frame;
import id.satuatap.citizen.page.HomePart;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** The SPBE history on a tenant's home. */
@Component
@Order(1)
class SpbeHome implements HomePart {

    private final Spbe spbe;

    SpbeHome(Spbe spbe) {
        this.spbe = spbe;
    }

    @Override
    public String template() {
        return "home-spbe";
    }

    @Override
    public boolean prepare(Frame frame, Model model) {
        var history = spbe.history(frame.here());
        model.addAttribute("history", history);
        if (history != null) {
            model.addAttribute("plot", Plot.of(history, frame.language()));
        }
        return history != null;
    }
}
