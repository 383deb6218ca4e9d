package id.satuatap.identity;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

class ArchitectureTest {

    private static final String ROOT = "id.satuatap.identity";
    private static final JavaClasses CODE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(ROOT);

    /** What a package may use, beside itself and the settings of the root. */
    private static final Map<String, List<String>> MAY_USE = Map.of(
            "crypto", List.of(),
            "http", List.of(),
            "client", List.of("crypto"),
            "account", List.of("crypto", "http"),
            "mail", List.of("crypto", "http", "account"),
            "token", List.of("crypto", "client", "account"),
            "web", List.of("http", "client", "account", "mail", "token"),
            "setup", List.of("client", "account"));

    @ParameterizedTest
    @MethodSource("packages")
    void a_package_uses_only_what_the_table_allows(String name) {
        assertThat(MAY_USE).containsKey(name);
        var allowed = Stream.concat(
                        Stream.of(ROOT),
                        Stream.concat(MAY_USE.get(name).stream(), Stream.of(name))
                                .map(other -> ROOT + "." + other))
                .toArray(String[]::new);

        noClasses()
                .that()
                .resideInAPackage(ROOT + "." + name)
                .should()
                .dependOnClassesThat(JavaClass.Predicates.resideInAPackage(ROOT + "..")
                        .and(DescribedPredicate.not(JavaClass.Predicates.resideInAnyPackage(allowed))))
                .check(CODE);
    }

    static List<String> packages() {
        return CODE.stream()
                .map(JavaClass::getPackageName)
                .filter(name -> name.startsWith(ROOT + "."))
                .map(name -> name.substring(ROOT.length() + 1))
                .distinct()
                .sorted()
                .toList();
    }

    @Test
    void packages_form_no_circle() {
        slices().matching(ROOT + ".(*)..").should().beFreeOfCycles().check(CODE);
    }

    @Test
    void names_say_the_thing_and_each_only_once() {
        noClasses()
                .should()
                .haveNameMatching(".*(Impl|Util|Utils|Helper|Manager)")
                .check(CODE);
        assertThat(CODE.stream()
                        .filter(type ->
                                type.isTopLevelClass() && !type.getSimpleName().equals("package-info"))
                        .map(JavaClass::getSimpleName))
                .doesNotHaveDuplicates()
                .hasSizeGreaterThan(60);
    }

    @Test
    void only_repositories_speak_sql() {
        noClasses()
                .that()
                .areNotAnnotatedWith(Repository.class)
                .and()
                .resideOutsideOfPackage(ROOT + ".setup")
                .should()
                .dependOnClassesThat()
                .areAssignableTo(JdbcClient.class)
                .check(CODE);
    }

    @Test
    void controllers_stay_in_their_package() {
        classes()
                .that()
                .haveSimpleNameEndingWith("Controller")
                .should()
                .notBePublic()
                .check(CODE);
    }

    @Test
    void nobody_keeps_a_cache_of_his_own() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + ".setup") // which ends when it is done
                .should()
                .dependOnClassesThat()
                .belongToAnyOf(java.util.concurrent.ConcurrentHashMap.class)
                .check(CODE);
        assertThat(CODE.get(ROOT + ".client.Clients").getFields())
                .noneMatch(field -> field.getRawType().isEquivalentTo(ConcurrentMap.class));
    }
}
