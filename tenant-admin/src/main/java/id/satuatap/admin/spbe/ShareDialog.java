package id.satuatap.admin.spbe;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import id.satuatap.admin.shared.Formats;
import id.satuatap.admin.spbe.AssessmentClient.Assessment;

/** Says exactly what the province will see, and what sharing is not, before it is done. */
final class ShareDialog extends Dialog {

    ShareDialog(Assessment assessment, Runnable onShare) {
        setId("share-dialog");
        setHeaderTitle(getTranslation("share.title"));
        setWidth("min(36rem, 94vw)");
        var index = Formats.current().index(assessment.score().index());
        add(
                new Paragraph(getTranslation("share.text")),
                new UnorderedList(
                        new ListItem(getTranslation("share.index", String.valueOf(assessment.year()), index)),
                        new ListItem(getTranslation("share.domains")),
                        new ListItem(getTranslation("share.progress", assessment.answered(), assessment.total()))),
                new Paragraph(getTranslation("share.not-shared")),
                new Paragraph(getTranslation("share.not-ministry")),
                new Paragraph(getTranslation("share.not-public")));
        var cancel = new Button(getTranslation("cancel"), event -> close());
        cancel.setId("share-cancel");
        cancel.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        var share = new Button(getTranslation("share.confirm"));
        share.setId("share-confirm");
        share.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        share.setDisableOnClick(true);
        share.addClickListener(event -> {
            close();
            onShare.run();
        });
        getFooter().add(cancel, share);
    }
}
