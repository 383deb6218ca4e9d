package id.satuatap.launcher.settings;

import java.nio.file.Path;
import java.util.Optional;

/** The parts of Satu Atap, with what starting them needs. Their ports lie beside the public one. */
public enum Part {
    GATEWAY("gateway", "gateway", 0, 6, 256, "/actuator/health/readiness"),
    PLATFORM_CORE("platform-core", "platform-core", 1, 1, 384, "/actuator/health/readiness"),
    TENANT_ADMIN("tenant-admin", "tenant-admin", 2, 2, 512, "/admin/actuator/health/readiness"),
    CITIZEN_UI("citizen-ui", "citizen-ui", 3, 3, 256, "/actuator/health/readiness"),
    IDENTITY("identity", "infra/identity", 4, 4, 256, "/actuator/health/readiness");

    /** How many ports one copy uses, from the public one on. The database has number 5. */
    public static final int PORTS = 7;

    private static final String VERSION = "0.1.0-SNAPSHOT";

    public final String label;
    public final int heapMegabytes;
    private final String module;
    private final int port;
    private final int managementPort;
    private final String health;

    Part(String label, String module, int port, int managementPort, int heapMegabytes, String health) {
        this.label = label;
        this.module = module;
        this.port = port;
        this.managementPort = managementPort;
        this.heapMegabytes = heapMegabytes;
        this.health = health;
    }

    /** A thousand may be under way at once, and nothing of them stays. */
    public boolean takesManyRequests() {
        return this == GATEWAY || this == PLATFORM_CORE;
    }

    public Path jar(Path root) {
        return root.resolve(module).resolve("target").resolve(label + "-" + VERSION + ".jar");
    }

    public int port(int base) {
        return base + port;
    }

    public int managementPort(int base) {
        return base + managementPort;
    }

    public String internalUrl(int base) {
        return "http://127.0.0.1:" + port(base);
    }

    public String healthUrl(int base) {
        return "http://127.0.0.1:" + managementPort(base) + health;
    }

    /** The main class that migrates this part's database and loads its data, for the parts that have one. */
    public Optional<String> setup() {
        return switch (this) {
            case PLATFORM_CORE -> Optional.of("id.satuatap.core.setup.Setup");
            case IDENTITY -> Optional.of("id.satuatap.identity.setup.Setup");
            case GATEWAY, TENANT_ADMIN, CITIZEN_UI -> Optional.empty();
        };
    }

    public static String atPort(int offset) {
        if (offset == Settings.DATABASE_PORT) {
            return "postgresql";
        }
        for (var part : values()) {
            if (part.port == offset) {
                return part.label;
            }
        }
        return "gateway (health)";
    }
}
