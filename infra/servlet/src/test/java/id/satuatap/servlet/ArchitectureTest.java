package id.satuatap.servlet;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private static final String ROOT = "id.satuatap.servlet";

    /** What a package may use besides itself and the root. */
    private static final Map<String, Set<String>> MAY_USE =
            Map.of("page", Set.of(), "session", Set.of("page"), "core", Set.of("session", "page"));

    private static final JavaClasses OURS = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(ROOT);

    @Test
    void packages_use_only_what_their_row_names() {
        MAY_USE.forEach((name, others) -> {
            var forbidden = MAY_USE.keySet().stream()
                    .filter(other -> !other.equals(name) && !others.contains(other))
                    .map(other -> ROOT + "." + other)
                    .toArray(String[]::new);
            if (forbidden.length > 0) {
                noClasses()
                        .that()
                        .resideInAPackage(ROOT + "." + name)
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(forbidden)
                        .check(OURS);
            }
        });
        noClasses()
                .that()
                .resideInAPackage(ROOT)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(ROOT + ".*")
                .check(OURS);
    }

    @Test
    void every_package_has_its_row() {
        var packages = OURS.stream()
                .map(type -> type.getPackageName().substring(ROOT.length()))
                .filter(name -> !name.isEmpty())
                .map(name -> name.substring(1));

        assertThat(packages).isSubsetOf(MAY_USE.keySet());
    }

    /** They are scanned by the applications that sign people in, never found by those that do not. */
    @Test
    void nothing_here_knows_an_application() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("id.satuatap.admin..", "id.satuatap.citizen..", "id.satuatap.identity..")
                .check(OURS);
    }
}
