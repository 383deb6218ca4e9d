package id.satuatap.admin.spbe;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import id.satuatap.admin.shared.Buttons;
import id.satuatap.admin.shared.Formats;
import id.satuatap.admin.spbe.AssessmentClient.Answer;
import java.util.Objects;

/** Someone else kept another answer meanwhile. Both are shown side by side; the person chooses, nothing is lost. */
final class StaleAnswerDialog extends Dialog {

    StaleAnswerDialog(Given mine, Answer theirs, Runnable onKeepMine, Runnable onTakeTheirs) {
        setId("stale-dialog");
        setHeaderTitle(getTranslation("stale.title"));
        setWidth("min(52rem, 96vw)");
        setCloseOnEsc(false);
        setCloseOnOutsideClick(false);
        var who = theirs.updatedBy() == null ? getTranslation("stale.someone") : theirs.updatedBy();
        add(new Paragraph(getTranslation("stale.text", who, Formats.current().dateTime(theirs.updatedAt()))));
        var versions = new Div(
                version("stale-mine", "stale.mine", mine, theirs.given()),
                version("stale-theirs", "stale.theirs", theirs.given(), mine));
        versions.addClassName("sa-columns");
        add(versions);
        var take = new Button(getTranslation("stale.take-theirs"), event -> decide(onTakeTheirs));
        take.setId("stale-take-theirs");
        var keep = Buttons.primary("stale-keep-mine", getTranslation("stale.keep-mine"), () -> decide(onKeepMine));
        getFooter().add(take, keep);
    }

    private void decide(Runnable decision) {
        close();
        decision.run();
    }

    private Component version(String id, String title, Given shown, Given other) {
        var section = new Section(new H3(getTranslation(title)));
        section.setId(id);
        section.add(
                part("stale.level", level(shown), !Objects.equals(shown.level(), other.level())),
                part("answer.fact", shown.fact(), !shown.fact().equals(other.fact())),
                part("answer.analysis", shown.analysis(), !shown.analysis().equals(other.analysis())));
        return section;
    }

    private String level(Given given) {
        return LevelValue.text(given.level(), getLocale());
    }

    private Component part(String label, String text, boolean differs) {
        var line = new Paragraph(getTranslation(label) + ": " + (text.isBlank() ? "–" : text));
        line.addClassName("admin-quote");
        line.setClassName("admin-differs", differs);
        return line;
    }
}
