package id.satuatap.gateway;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import id.satuatap.gateway.edge.EdgeFilter;
import org.junit.jupiter.api.Test;
import org.springframework.core.annotation.Order;
import org.springframework.web.server.WebFilter;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

class ArchitectureTest {

    private static final JavaClasses GATEWAY = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("id.satuatap.gateway");

    @Test
    void packages_depend_on_each_other_in_one_direction() {
        slices().matching("id.satuatap.gateway.(*)..").should().beFreeOfCycles().check(GATEWAY);
    }

    @Test
    void filters_belong_to_the_edge_and_each_has_its_own_place() {
        classes()
                .that()
                .implement(EdgeFilter.class)
                .should()
                .beAnnotatedWith(Order.class)
                .check(GATEWAY);
        noClasses()
                .that()
                .doNotHaveSimpleName("Edge")
                .should()
                .implement(WebFilter.class)
                .because("it would run on the management port as well")
                .check(GATEWAY);
        var places = GATEWAY.stream()
                .filter(type -> type.isAssignableTo(EdgeFilter.class) && !type.isInterface())
                .map(type -> type.getAnnotationOfType(Order.class).value())
                .toList();
        assertThat(places).doesNotHaveDuplicates().hasSizeGreaterThan(15);
    }

    @Test
    void nobody_blocks() {
        noClasses().should().callMethod(Mono.class, "block").check(GATEWAY);
        noClasses().should().callMethod(Flux.class, "blockFirst").check(GATEWAY);
        noClasses().should().callMethod(Thread.class, "sleep", long.class).check(GATEWAY);
    }
}
