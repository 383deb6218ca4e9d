package id.satuatap.stack;

/** The parts of Satu Atap as {@code infra/up} places them: how far their ports lie from the public one. */
public enum Part {
    GATEWAY("gateway", 0, 6, "/actuator/health/readiness"),
    PLATFORM_CORE("platform-core", 1, 1, "/actuator/health/readiness"),
    TENANT_ADMIN("tenant-admin", 2, 2, "/admin/actuator/health/readiness"),
    CITIZEN_UI("citizen-ui", 3, 3, "/actuator/health/readiness"),
    IDENTITY("identity", 4, 4, "/actuator/health/readiness");

    static final int DATABASE = 5;
    static final int PORTS = 7;

    final String label;
    final int port;
    final int healthPort;
    final String health;

    Part(String label, int port, int healthPort, String health) {
        this.label = label;
        this.port = port;
        this.healthPort = healthPort;
        this.health = health;
    }

    /** The name of its folder, its log and its metrics. */
    public String label() {
        return label;
    }
}
