package id.satuatap.citizen;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.servlet.http.HttpSession;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.stereotype.Controller;

/** The law of the code, as far as a machine can hold it. */
class ArchitectureTest {

    private static final String ROOT = "id.satuatap.citizen";
    private static final JavaClasses CODE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(ROOT);

    private static final List<String> FOUNDATION = List.of("core", "tenant", "page");

    /** What a package may use, beside itself. A feature knows no other one: what it shows at home, it offers as a section. */
    private static final Map<String, List<String>> MAY_USE = Map.ofEntries(
            Map.entry("core", List.of()),
            Map.entry("tenant", List.of("core")),
            Map.entry("page", List.of("core", "tenant")),
            Map.entry("home", FOUNDATION),
            Map.entry("directory", FOUNDATION),
            Map.entry("spbe", FOUNDATION),
            Map.entry("office", FOUNDATION),
            Map.entry("announcement", FOUNDATION),
            Map.entry("install", FOUNDATION),
            Map.entry("signin", FOUNDATION),
            Map.entry("account", FOUNDATION));

    @ParameterizedTest
    @MethodSource("packages")
    void a_package_uses_only_what_the_table_allows(String name) {
        assertThat(MAY_USE).containsKey(name);
        var allowed = Stream.concat(MAY_USE.get(name).stream(), Stream.of(name))
                .map(other -> ROOT + "." + other)
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
    void controllers_stay_in_their_package() {
        classes()
                .that()
                .areMetaAnnotatedWith(Controller.class)
                .or()
                .areAnnotatedWith(Controller.class)
                .should()
                .bePackagePrivate()
                .check(CODE);
    }

    @Test
    void pages_keep_nothing_between_requests() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .areAssignableTo(HttpSession.class)
                .check(CODE);
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
                .hasSizeGreaterThan(40);
    }
}
