package id.satuatap.citizen.spbe;

import id.satuatap.citizen.page.Frame;
import id.satuatap.citizen.page.HomeSection;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** The latest official index, and those of the years before it. */
@Component
@Order(20)
class SpbeSection implements HomeSection {

    private final Spbe spbe;

    SpbeSection(Spbe spbe) {
        this.spbe = spbe;
    }

    @Override
    public String template() {
        return "spbe-home";
    }

    @Override
    public boolean fill(Frame frame, Model model) {
        var history = spbe.history(frame.here());
        model.addAttribute("history", history);
        if (history != null) {
            model.addAttribute("plot", Plot.of(history, frame.language()));
        }
        return history != null;
    }
}
