package id.satuatap.isolation.headers;

import id.satuatap.stack.Report;
import id.satuatap.stack.Suite;

/**
 * Grades plain pages, answers of the API, files and Vaadin's pages over local TLS. Plain ones must reach 100 and Vaadin's 90, where what costs is named in the row. Full runs only: four parts are started anew, twice.
 */
public final class HeadersSection implements Suite.Section {

    private static final String SECTION = "headers";
    private static final String TENANT = "rembang";
    private static final int PLAIN = 100;
    private static final int VAADIN = 90;

    @Override
    public void run(Suite.Run run) throws Exception {
        if (run.isShort()) {
            run.report().add(SECTION, "HDR", "headers over TLS", Report.Outcome.TOLD, "in full runs only");
            return;
        }
        try (var stack = SecureStack.of(run.stack(), run.folder().resolve("tls"))) {
            var report = run.report();
            var tenant = stack.address(TENANT);
            plain(report, stack, "HDR01", "list of governments", stack.address() + "/");
            plain(report, stack, "HDR02", "a tenant's home page", tenant + "/");
            plain(report, stack, "HDR03", "a tenant's SPBE page in English", tenant + "/en/spbe");
            plain(report, stack, "HDR04", "sign-in page", stack.issuer() + "/sign-in");
            plain(report, stack, "HDR05", "registration page", stack.issuer() + "/register");
            plain(report, stack, "HDR06", "answer of the API", tenant + "/api/v1/spbe/instruments");
            plain(report, stack, "HDR07", "file of the public pages", tenant + "/look/satu-atap.css");
            plain(report, stack, "HDR08", "file of the workspace", tenant + "/admin/look/satu-atap.css");
            plain(report, stack, "HDR09", "keys of the issuer", stack.issuer() + "/oauth2/jwks");
            plain(report, stack, "HDR10", "page of a part that is not there", tenant + "/nothing-here");
            plain(report, stack, "HDR11", "page of the gateway's own", tenant + "/actuator");
            var user = run.stack().credentials().user(TENANT, "coordinator");
            var workspace = new Visitor(stack).signIn(tenant + "/admin/", user.username(), user.password());
            grade(report, "HDR12", "workspace (Vaadin), signed in", workspace, VAADIN);
            report.check(
                    workspace.answer().body().contains("Vaadin")
                            && workspace.answer().status() == 200,
                    SECTION,
                    "HDR12",
                    "… and it was Vaadin's page that was graded",
                    workspace.answer().address() + " " + workspace.answer().status());
        }
    }

    private static void plain(Report report, SecureStack stack, String id, String what, String address)
            throws Exception {
        grade(report, id, what, new Visitor(stack).open(address), PLAIN);
    }

    private static void grade(Report report, String id, String what, Visit visit, int least) {
        var grade = Observatory.grade(visit);
        var faults = grade.faults();
        report.check(
                grade.score() >= least,
                SECTION,
                id,
                what + ", at least " + least,
                faults.isEmpty() ? String.valueOf(grade.score()) : grade.score() + " (" + faults + ")");
    }
}
