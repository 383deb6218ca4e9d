package id.satuatap.admin.spbe;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import id.satuatap.admin.shared.Buttons;

/** On to the indicators beside this one, and what the keys do. */
final class IndicatorSteps extends Div {

    IndicatorSteps(AssessmentPage page, int no) {
        var help = Buttons.quiet(
                "keyboard-help-open", getTranslation("keys.title"), () -> new KeyboardHelpDialog().open());
        help.addThemeVariants(ButtonVariant.LUMO_SMALL);
        addClassName("admin-steps");
        add(
                step(page, no, "previous-indicator", "indicator.previous", -1),
                help,
                step(page, no, "next-indicator", "indicator.next", 1));
    }

    private Button step(AssessmentPage page, int no, String id, String label, int direction) {
        var step = new Button(getTranslation(label), event -> page.go(no, direction));
        step.setId(id);
        step.setEnabled(page.hasNeighbour(no, direction));
        return step;
    }
}
