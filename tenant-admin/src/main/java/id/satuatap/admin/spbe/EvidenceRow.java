package id.satuatap.admin.spbe;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import id.satuatap.admin.shared.Formats;
import id.satuatap.admin.spbe.AssessmentClient.Evidence;

/** One file of evidence: how it looks, what it is, what to know before opening it. */
final class EvidenceRow extends ListItem {

    private final Evidence evidence;
    private final Documents documents;

    EvidenceRow(Evidence evidence, Documents documents) {
        this.evidence = evidence;
        this.documents = documents;
        if (evidence.hasPreview()) {
            add(thumbnail());
        }
        add(words());
    }

    private Button thumbnail() {
        var picture = new Image(documents.thumbnail(evidence), "");
        picture.getElement().setAttribute("loading", "lazy");
        var open = new Button(picture, event -> new EvidencePreview(evidence, documents).open());
        open.setId("evidence-preview-" + evidence.id());
        open.setAriaLabel(getTranslation("evidence.preview", evidence.name()));
        open.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        open.addClassName("admin-thumbnail");
        return open;
    }

    private Div words() {
        var formats = Formats.current();
        var facts = new Span(
                getTranslation("evidence.facts", formats.size(evidence.size()), formats.dateTime(evidence.addedAt())));
        facts.addClassName("sa-source");
        var words = new Div(name(), facts);
        words.addClassName("admin-evidence-words");
        evidence.notes().forEach(note -> words.add(note(note)));
        return words;
    }

    /** A file in quarantine can't be fetched, so its name is no link. */
    private Component name() {
        if (evidence.isQuarantined()) {
            var name = new Span(evidence.name());
            name.setId("evidence-" + evidence.id());
            var badge = new Span(getTranslation("evidence.quarantined"));
            badge.addClassNames("admin-badge", "admin-badge-refused");
            var line = new Div(name, badge);
            line.addClassName("admin-inline");
            return line;
        }
        var link = new Anchor(documents.content(evidence), evidence.name());
        link.setId("evidence-" + evidence.id());
        link.getElement().setAttribute("download", true).setAttribute("router-ignore", true);
        return link;
    }

    private Span note(String note) {
        var words = new Span(getTranslation("evidence.note." + note));
        words.addClassNames("sa-source", "admin-evidence-note");
        return words;
    }
}
