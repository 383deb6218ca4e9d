package id.satuatap.admin.spbe;

import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import id.satuatap.admin.spbe.AssessmentClient.Evidence;

/** Asks before a file is taken from the evidence. */
final class RemovalDialog extends ConfirmDialog {

    RemovalDialog(Evidence removed, Runnable onConfirm) {
        setId("evidence-remove-dialog");
        setHeader(getTranslation("evidence.remove.title"));
        setText(getTranslation("evidence.remove.text", removed.name()));
        setCancelable(true);
        setCancelText(getTranslation("cancel"));
        setConfirmText(getTranslation("evidence.remove.confirm"));
        addConfirmListener(event -> onConfirm.run());
    }
}
