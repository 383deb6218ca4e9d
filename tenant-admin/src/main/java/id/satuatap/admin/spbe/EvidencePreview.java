package id.satuatap.admin.spbe;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Image;
import id.satuatap.admin.spbe.AssessmentClient.Evidence;

/** A picture, or the first page of a PDF, as core drew it; nothing of the file itself runs here. */
final class EvidencePreview extends Dialog {

    EvidencePreview(Evidence evidence, Documents documents) {
        setId("evidence-preview-dialog");
        setHeaderTitle(
                getTranslation(evidence.isPdf() ? "evidence.preview.page" : "evidence.preview", evidence.name()));
        var picture = new Image(documents.preview(evidence), getTranslation("evidence.preview", evidence.name()));
        picture.addClassName("admin-preview");
        add(picture);
        var whole = new Anchor(documents.content(evidence), getTranslation("evidence.preview.whole"));
        whole.getElement().setAttribute("download", true).setAttribute("router-ignore", true);
        getFooter().add(whole, new Button(getTranslation("close"), event -> close()));
    }
}
