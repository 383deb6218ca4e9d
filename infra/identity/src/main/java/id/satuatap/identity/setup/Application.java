package id.satuatap.identity.setup;

import java.util.List;

/**
 * An application of this release that signs people in.
 *
 * @param secret the variable that holds its secret
 */
record Application(String id, String name, String secret, String callback, String afterSignOut) {

    static final List<Application> ALL = List.of(
            new Application(
                    "tenant-admin",
                    "Ruang kerja petugas",
                    "SATUATAP_ADMIN_CLIENT_SECRET",
                    "/admin/login/oauth2/code/satuatap",
                    "/admin/"),
            new Application(
                    "citizen-ui",
                    "Portal warga",
                    "SATUATAP_CITIZEN_CLIENT_SECRET",
                    "/login/oauth2/code/satuatap",
                    "/"));
}
