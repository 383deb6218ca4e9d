package id.satuatap.admin.shell;

/** The person has no permission for the view she asked for. */
final class NoAccess extends RuntimeException {

    NoAccess() {
        super("no permission for this view");
    }
}
