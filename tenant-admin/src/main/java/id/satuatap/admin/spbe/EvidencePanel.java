package id.satuatap.admin.spbe;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.component.upload.UploadI18N;
import com.vaadin.flow.server.streams.UploadHandler;
import id.satuatap.admin.spbe.AssessmentClient.Evidence;
import java.util.List;
import java.util.function.Consumer;

/** The evidence of one indicator: what there is, and how to add more. */
final class EvidencePanel extends Section {

    private static final String[] TYPES = {
        ".pdf", ".png", ".jpg", ".jpeg", ".jfif", ".webp", ".gif", ".docx", ".xlsx", ".pptx", ".odt", ".ods", ".odp"
    };

    private final H2 title = new H2();
    private final UnorderedList list = new UnorderedList();
    private final Paragraph none = new Paragraph();
    private final EvidenceRefusals refusals = new EvidenceRefusals();
    private final Documents documents;
    private final Consumer<Evidence> onRemove;
    private final boolean readOnly;

    EvidencePanel(UploadHandler handler, Documents documents, Consumer<Evidence> onRemove, boolean readOnly) {
        this.documents = documents;
        this.onRemove = onRemove;
        this.readOnly = readOnly;
        setId("evidence");
        addClassName("admin-evidence");
        list.setId("evidence-list");
        none.setText(getTranslation(readOnly ? "evidence.none" : "evidence.none-yet"));
        none.addClassName("sa-quiet");
        add(title, none, list);
        if (!readOnly) {
            add(upload(handler), refusals);
        }
    }

    /** A file that core did not take, and would not take a second time. */
    void refused(String name, String reason) {
        refusals.add(name, reason);
    }

    void show(List<Evidence> evidence) {
        title.setText(getTranslation("evidence.title", evidence.size()));
        none.setVisible(evidence.isEmpty());
        list.removeAll();
        evidence.forEach(one -> list.add(row(one)));
    }

    private EvidenceRow row(Evidence evidence) {
        var row = new EvidenceRow(evidence, documents);
        if (!readOnly) {
            row.add(removeButton(evidence));
        }
        return row;
    }

    private Button removeButton(Evidence evidence) {
        var remove = new Button(VaadinIcon.TRASH.create(), event -> onRemove.accept(evidence));
        remove.setId("evidence-remove-" + evidence.id());
        remove.setAriaLabel(getTranslation("evidence.remove", evidence.name()));
        remove.setTooltipText(getTranslation("evidence.remove.short"));
        remove.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        return remove;
    }

    private Upload upload(UploadHandler handler) {
        var upload = new Upload(handler);
        upload.setId("evidence-upload");
        upload.setAcceptedFileExtensions(TYPES);
        upload.setMaxFileSize(EvidenceUpload.MOST_BYTES);
        var add = new Button(getTranslation("evidence.add"), VaadinIcon.UPLOAD_ALT.create());
        add.setId("evidence-add");
        upload.setUploadButton(add);
        var hint = new Span(getTranslation("evidence.hint"));
        hint.setId("evidence-hint");
        upload.setDropLabel(hint);
        upload.setI18n(texts());
        upload.addFileRejectedListener(event -> refused(event.getFileName(), event.getErrorMessage()));
        // A file that may be tried again says the server's sentence; one that was taken, or refused for good, is in a
        // list of ours.
        upload.getElement().executeJs("""
                this.addEventListener('upload-error', e => {
                  const said = e.detail.xhr.responseText;
                  if (said && said.length < 500) { e.detail.file.error = said; }
                  if (e.detail.xhr.getResponseHeader('X-Final')) {
                    setTimeout(() => { this.files = this.files.filter(file => file !== e.detail.file); });
                  }
                });
                this.addEventListener('upload-success', e => {
                  this.files = this.files.filter(file => file !== e.detail.file);
                });""");
        return upload;
    }

    private UploadI18N texts() {
        return new UploadI18N()
                .setAddFiles(new UploadI18N.AddFiles()
                        .setOne(getTranslation("evidence.add"))
                        .setMany(getTranslation("evidence.add")))
                .setDropFiles(new UploadI18N.DropFiles()
                        .setOne(getTranslation("evidence.hint"))
                        .setMany(getTranslation("evidence.hint")))
                .setError(new UploadI18N.Error()
                        .setFileIsTooBig(getTranslation("evidence.too-large"))
                        .setIncorrectFileType(getTranslation("evidence.wrong-type"))
                        .setTooManyFiles(getTranslation("evidence.failed")))
                .setFile(new UploadI18N.File()
                        .setRetry(getTranslation("evidence.retry"))
                        .setStart(getTranslation("evidence.start"))
                        .setRemove(getTranslation("evidence.abort")))
                .setUploading(new UploadI18N.Uploading()
                        .setStatus(new UploadI18N.Uploading.Status()
                                .setConnecting(getTranslation("evidence.connecting"))
                                .setStalled(getTranslation("evidence.stalled"))
                                .setProcessing(getTranslation("evidence.processing"))
                                .setHeld(getTranslation("evidence.held")))
                        .setRemainingTime(new UploadI18N.Uploading.RemainingTime()
                                .setPrefix(getTranslation("evidence.remaining"))
                                .setUnknown(getTranslation("evidence.remaining-unknown")))
                        .setError(new UploadI18N.Uploading.Error()
                                .setServerUnavailable(getTranslation("evidence.away"))
                                .setUnexpectedServerError(getTranslation("evidence.failed"))
                                .setForbidden(getTranslation("evidence.forbidden"))))
                .setUnits(List.of("B", "KB", "MB", "GB"), 1024);
    }
}
