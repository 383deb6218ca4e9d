package id.satuatap.launcher.stack;

import id.satuatap.launcher.home.Home;
import id.satuatap.launcher.seed.Seed;
import id.satuatap.launcher.settings.Settings;
import id.satuatap.launcher.settings.Terminal;
import java.util.List;

/** The last lines of a start: where to go and as whom. */
public record Welcome(Settings settings, Home home, Terminal terminal) {

    private static final List<String> FIRST = List.of(
            "province-overseer.bengkulu",
            "internal-assessor.rejanglebong",
            "coordinator.rejanglebong",
            "tenant-admin.rembang",
            "platform-operator");

    public void show() {
        terminal.say("");
        terminal.say("  %-36s semua daerah / all regions".formatted(settings.baseUrl() + "/"));
        terminal.say("  %-36s Kabupaten Rejang Lebong".formatted(settings.tenantUrl("rejanglebong") + "/"));
        terminal.say("  %-36s ruang kerja / officials".formatted(settings.tenantUrl("rejanglebong") + "/admin/"));
        terminal.say(
                "  %-36s ruang kendali provinsi / control room".formatted(settings.tenantUrl("bengkulu") + "/admin/"));
        terminal.say("");
        var seed = Seed.of(home, settings.issuer());
        for (var username : FIRST) {
            seed.user(username)
                    .ifPresent(user -> terminal.say("  %-34s %s".formatted(user.username(), user.password())));
        }
        terminal.say("  semua akun / all accounts: " + home.credentials());
        terminal.say("");
    }
}
