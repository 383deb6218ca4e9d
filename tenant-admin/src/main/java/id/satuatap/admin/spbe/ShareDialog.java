package id.satuatap.admin.spbe;

import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import id.satuatap.admin.shared.Buttons;
import id.satuatap.admin.shared.Formats;
import id.satuatap.admin.spbe.AssessmentClient.Assessment;

/** Says exactly what the province will see, and what sharing is not, before it is done. */
final class ShareDialog extends Dialog {

    ShareDialog(Assessment assessment, Runnable onShare) {
        setId("share-dialog");
        setHeaderTitle(getTranslation("share.title"));
        setWidth("min(36rem, 94vw)");
        add(
                new Paragraph(getTranslation("share.text")),
                seen(assessment),
                new Paragraph(getTranslation("share.not-shared")),
                new Paragraph(getTranslation("share.not-ministry")),
                new Paragraph(getTranslation("share.not-public")));
        var share = Buttons.once("share-confirm", getTranslation("share.confirm"), () -> {
            close();
            onShare.run();
        });
        getFooter().add(Buttons.cancel("share-cancel", this), share);
    }

    /** What the province will see. */
    private UnorderedList seen(Assessment assessment) {
        var index = Formats.current().index(assessment.score().index());
        return new UnorderedList(
                new ListItem(getTranslation("share.index", String.valueOf(assessment.year()), index)),
                new ListItem(getTranslation("share.domains")),
                new ListItem(getTranslation("share.progress", assessment.answered(), assessment.total())));
    }
}
