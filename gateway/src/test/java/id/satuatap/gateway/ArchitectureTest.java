package id.satuatap.gateway;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import id.satuatap.gateway.edge.EdgeFilter;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.reactivestreams.Publisher;
import org.springframework.core.annotation.Order;
import org.springframework.web.server.WebFilter;

/** The law of the code, as far as a machine can hold it. */
class ArchitectureTest {

    private static final String ROOT = "id.satuatap.gateway";
    private static final JavaClasses CODE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(ROOT);

    /** What a feature may use, beside itself and the root. A feature that is not named here fails the build. */
    private static final Map<String, Set<String>> MAY_USE = Map.of(
            "core", Set.of(),
            "tenant", Set.of("core"),
            "edge", Set.of("tenant"),
            "refusal", Set.of("edge"),
            "header", Set.of("edge", "tenant"),
            "entry", Set.of("edge", "refusal", "tenant"),
            "limit", Set.of("edge", "refusal"),
            "route", Set.of("core", "edge", "refusal"),
            "observe", Set.of("core", "edge", "tenant"));

    @ParameterizedTest
    @MethodSource("features")
    void a_feature_uses_only_what_the_table_allows(String feature) {
        var allowed = Stream.concat(MAY_USE.getOrDefault(feature, Set.of()).stream(), Stream.of(feature))
                .map(name -> ROOT + "." + name)
                .toList();

        noClasses()
                .that()
                .resideInAPackage(ROOT + "." + feature + "..")
                .should()
                .dependOnClassesThat(DescribedPredicate.describe(
                        "reside in another feature",
                        type -> type.getPackageName().startsWith(ROOT + ".")
                                && !allowed.contains(type.getPackageName())))
                .check(CODE);
    }

    static List<String> features() {
        return CODE.stream()
                .map(JavaClass::getPackageName)
                .filter(name -> name.startsWith(ROOT + "."))
                .map(name -> name.substring(ROOT.length() + 1))
                .distinct()
                .sorted()
                .toList();
    }

    @Test
    void packages_depend_on_each_other_in_one_direction() {
        slices().matching(ROOT + ".(*)..").should().beFreeOfCycles().check(CODE);
        noClasses()
                .that()
                .resideInAPackage(ROOT)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(ROOT + ".*..")
                .check(CODE);
    }

    @Test
    void filters_belong_to_the_edge_and_each_has_its_own_place() {
        classes()
                .that()
                .implement(EdgeFilter.class)
                .should()
                .beAnnotatedWith(Order.class)
                .check(CODE);
        noClasses()
                .that()
                .doNotHaveSimpleName("EdgeFilterChain")
                .should()
                .implement(WebFilter.class)
                .because("it would run on the management port as well")
                .check(CODE);
        var places = CODE.stream()
                .filter(type -> type.isAssignableTo(EdgeFilter.class) && !type.isInterface())
                .map(type -> type.getAnnotationOfType(Order.class).value())
                .toList();
        assertThat(places).doesNotHaveDuplicates().hasSizeGreaterThan(15);
    }

    @Test
    void nobody_blocks() {
        noClasses()
                .should()
                .callMethodWhere(DescribedPredicate.describe(
                        "block a publisher",
                        call -> call.getTargetOwner().isAssignableTo(Publisher.class)
                                && call.getName().startsWith("block")))
                .orShould()
                .callMethodWhere(DescribedPredicate.describe(
                        "wait for a future",
                        call -> call.getTargetOwner().isAssignableTo(Future.class)
                                && Set.of("get", "join", "sync", "await").contains(call.getName())))
                .orShould()
                .callMethod(Thread.class, "sleep", long.class)
                .orShould()
                .accessClassesThat()
                .areAssignableTo(LockSupport.class)
                .check(CODE);
    }

    @Test
    void names_say_the_thing_and_each_is_there_once() {
        noClasses()
                .should()
                .haveNameMatching(".*(Impl|Util|Utils|Helper|Manager)")
                .check(CODE);
        assertThat(CODE.stream()
                        .map(JavaClass::getSimpleName)
                        .filter(name -> !name.isEmpty() && !name.equals("package-info")))
                .doesNotHaveDuplicates();
    }
}
