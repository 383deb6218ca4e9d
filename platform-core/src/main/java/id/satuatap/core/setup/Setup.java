package id.satuatap.core.setup;

import id.satuatap.core.tenancy.demo.Demo;
import id.satuatap.core.tenancy.demo.DemoAccounts;
import id.satuatap.core.tenancy.demo.DemoData;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.springframework.beans.BeanUtils;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.annotation.AnnotationAwareOrderComparator;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.util.ClassUtils;

/**
 * Prepares the database and ends: migrations, the reference data of this release, and where a seed file is named, the demo.
 * Each part is idempotent. Runs as the schema's owner, without an application, in about a second.
 *
 * <p>Environment: {@code SATUATAP_DATABASE_HOST}, {@code _PORT}, {@code _NAME}, {@code _USERNAME} (the runtime role that gets its rights),
 * {@code SATUATAP_DATABASE_OWNER_USERNAME}, {@code SATUATAP_DATABASE_OWNER_PASSWORD}, and optionally {@code SATUATAP_SEED}.
 */
public final class Setup {

    private Setup() {}

    public static void main(String[] arguments) throws SQLException {
        var environment = System.getenv();
        var url = url(environment, "SATUATAP_");
        var owner = needed(environment, "SATUATAP_DATABASE_OWNER_USERNAME");
        var password = needed(environment, "SATUATAP_DATABASE_OWNER_PASSWORD");
        run(url, owner, password, needed(environment, "SATUATAP_DATABASE_USERNAME"));
        var seed = environment.get("SATUATAP_SEED");
        if (seed != null && !seed.isBlank()) {
            try (var connection = DriverManager.getConnection(url, owner, password)) {
                demo(new Demo(connection, DemoAccounts.read(Path.of(seed))));
            }
        }
    }

    /** Migrates and loads the reference data. */
    public static void run(String url, String owner, String password, String runtime) throws SQLException {
        migrations(url, owner, password, runtime).load().migrate();
        try (var connection = DriverManager.getConnection(url, owner, password)) {
            ReferenceData.load(connection);
        }
    }

    /** Loads what each feature brings along for the demo, those that others build on first. */
    static void demo(Demo demo) throws SQLException {
        demo.connection().setAutoCommit(false);
        for (var data : demoData()) {
            data.load(demo);
            demo.connection().commit();
        }
    }

    private static List<DemoData> demoData() {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AssignableTypeFilter(DemoData.class));
        return scanner.findCandidateComponents("id.satuatap.core").stream()
                .map(found -> ClassUtils.resolveClassName(Objects.requireNonNull(found.getBeanClassName()), null))
                .map(type -> (DemoData) BeanUtils.instantiateClass(type))
                .sorted(AnnotationAwareOrderComparator.INSTANCE)
                .toList();
    }

    static FluentConfiguration migrations(String url, String owner, String password, String runtime) {
        if (!runtime.matches("[a-z_][a-z0-9_]*")) {
            throw new IllegalArgumentException("not a role name: " + runtime);
        }
        return Flyway.configure()
                .dataSource(url, owner, password)
                .locations("classpath:db/migration")
                .defaultSchema("setup")
                .schemas("setup")
                .table("history")
                .placeholders(Map.of("runtime", runtime));
    }

    /** @param prefix of the variables that name the database */
    static String url(Map<String, String> environment, String prefix) {
        return "jdbc:postgresql://%s:%s/%s"
                .formatted(
                        needed(environment, prefix + "DATABASE_HOST"),
                        needed(environment, prefix + "DATABASE_PORT"),
                        needed(environment, prefix + "DATABASE_NAME"));
    }

    static String needed(Map<String, String> environment, String name) {
        var value = environment.get(name);
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException("setup needs the environment variable " + name);
        }
        return value;
    }
}
