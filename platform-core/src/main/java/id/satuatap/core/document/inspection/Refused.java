package id.satuatap.core.document.inspection;

import id.satuatap.core.shared.Unacceptable;

/** Why a file is not taken; each reason has a sentence that says what to do instead. */
public enum Refused {
    TYPE("document.type"),
    HEIC("document.heic"),
    OLD_OFFICE("document.old-office"),
    MACROS("document.macros"),
    REMOTE_TEMPLATE("document.remote-template"),
    PROGRAM("document.program"),
    LOCKED("document.locked"),
    CUT_OFF("document.cut-off"),
    BROKEN("document.broken"),
    TOO_COMPLEX("document.too-complex"),
    PICTURE_TOO_LARGE("document.picture-too-large");

    private final String code;

    Refused(String code) {
        this.code = code;
    }

    public Unacceptable asProblem(Object... arguments) {
        return new Unacceptable(Unacceptable.Reason.TYPE, code, arguments);
    }
}
