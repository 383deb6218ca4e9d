package id.satuatap.launcher.stack;

import id.satuatap.launcher.database.DatabaseServer;
import id.satuatap.launcher.home.Home;
import id.satuatap.launcher.home.Secrets;
import id.satuatap.launcher.settings.Part;
import id.satuatap.launcher.settings.Settings;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** The environment variables of each part. A server gets its own secrets and no others. */
public record EnvironmentVariables(Settings settings, Home home, Secrets secrets) {

    /** Of a server without a database. */
    public Map<String, String> server(Part part) {
        var variables = common(part);
        if (part == Part.TENANT_ADMIN) {
            variables.put("SATUATAP_ADMIN_CLIENT_SECRET", secrets.adminClient());
        }
        if (part == Part.CITIZEN_UI) {
            variables.put("SATUATAP_CITIZEN_CLIENT_SECRET", Objects.requireNonNull(secrets.citizenClient()));
        }
        if (part == Part.GATEWAY) {
            variables.put("MANAGEMENT_SERVER_PORT", Integer.toString(part.managementPort(settings.port())));
            variables.put("MANAGEMENT_SERVER_ADDRESS", "127.0.0.1");
        }
        return variables;
    }

    /** Of a server that works on a database. */
    public Map<String, String> server(Part part, DatabaseServer database) {
        var variables = server(part);
        if (part == Part.IDENTITY) {
            identity(variables, database);
        } else {
            platform(variables, database);
        }
        return variables;
    }

    public Map<String, String> setup(Part part, DatabaseServer database) {
        var variables = server(part, database);
        variables.put("SATUATAP_SEED", home.seed().toString());
        if (part == Part.IDENTITY) {
            variables.put("SATUATAP_IDENTITY_DATABASE_OWNER_USERNAME", DatabaseServer.IDENTITY_OWNER);
            variables.put("SATUATAP_IDENTITY_DATABASE_OWNER_PASSWORD", secrets.identityOwner());
        } else {
            variables.put("SATUATAP_DATABASE_OWNER_USERNAME", DatabaseServer.OWNER);
            variables.put("SATUATAP_DATABASE_OWNER_PASSWORD", secrets.databaseOwner());
        }
        return variables;
    }

    private Map<String, String> common(Part part) {
        var port = settings.port();
        var variables = new HashMap<String, String>();
        variables.put("SERVER_PORT", Integer.toString(part.port(port)));
        variables.put("SERVER_ADDRESS", "127.0.0.1");
        variables.put("SPRING_PROFILES_ACTIVE", "local");
        variables.put("SATUATAP_BASE_URL", settings.baseUrl());
        variables.put("SATUATAP_ISSUER", settings.issuer());
        variables.put("SATUATAP_CORE_URL", Part.PLATFORM_CORE.internalUrl(port));
        variables.put("SATUATAP_ADMIN_URL", Part.TENANT_ADMIN.internalUrl(port));
        variables.put("SATUATAP_CITIZEN_URL", Part.CITIZEN_UI.internalUrl(port));
        variables.put("SATUATAP_IDENTITY_URL", Part.IDENTITY.internalUrl(port));
        return variables;
    }

    private void platform(Map<String, String> variables, DatabaseServer database) {
        variables.put("SATUATAP_DATABASE_HOST", database.host());
        variables.put("SATUATAP_DATABASE_PORT", Integer.toString(database.port()));
        variables.put("SATUATAP_DATABASE_NAME", DatabaseServer.PLATFORM);
        variables.put("SATUATAP_DATABASE_USERNAME", DatabaseServer.RUNTIME);
        variables.put("SATUATAP_DATABASE_PASSWORD", secrets.databaseRuntime());
        variables.put("SATUATAP_SEALING_KEY", Objects.requireNonNull(secrets.sealingKey()));
        variables.put("SATUATAP_FILES", home.files().toString());
        variables.put("SATUATAP_MAIL_FOLDER", home.mail().toString());
    }

    private void identity(Map<String, String> variables, DatabaseServer database) {
        variables.put("SATUATAP_IDENTITY_DATABASE_HOST", database.host());
        variables.put("SATUATAP_IDENTITY_DATABASE_PORT", Integer.toString(database.port()));
        variables.put("SATUATAP_IDENTITY_DATABASE_NAME", DatabaseServer.IDENTITY);
        variables.put("SATUATAP_IDENTITY_DATABASE_USERNAME", DatabaseServer.IDENTITY_RUNTIME);
        variables.put("SATUATAP_IDENTITY_DATABASE_PASSWORD", secrets.identityRuntime());
        variables.put("SATUATAP_ADMIN_CLIENT_SECRET", secrets.adminClient());
        variables.put("SATUATAP_CITIZEN_CLIENT_SECRET", Objects.requireNonNull(secrets.citizenClient()));
        variables.put("SATUATAP_IDENTITY_KEY_SECRET", secrets.identityKey());
        variables.put("SATUATAP_MAIL_FOLDER", home.mail().toString());
    }
}
