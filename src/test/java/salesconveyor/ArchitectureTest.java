package salesconveyor;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.context.annotation.Bean;
import salesconveyor.engine.ProcessModel;
import salesconveyor.engine.Variable;

/** The rules that keep the parts apart; each is seen red on the examples that break it. */
class ArchitectureTest {
    private static final String ENGINE = "salesconveyor.engine..";
    private static final String[] MONEY = {
        "salesconveyor.shared",
        "salesconveyor.billing..",
        "salesconveyor.payments..",
        "salesconveyor.selling..",
        "salesconveyor.catalogue.."
    };

    private static final DescribedPredicate<JavaClass> TWIN =
            describe("twins", type -> type.isAnnotatedWith(ProcessModel.class));
    private static final DescribedPredicate<JavaClass> PART_OF_TWIN = describe(
            "twins and what they hold",
            type -> TWIN.test(type) || type.getEnclosingClass().map(TWIN::test).orElse(false));

    private static final Map<String, ArchRule> RULES = Map.of(
            "only twins, …Messages and the engine module know Camunda",
            noClasses()
                    .that(describe(
                            "are neither twins nor …Messages nor in the engine module",
                            type -> !PART_OF_TWIN.test(type)
                                    && !type.getSimpleName().endsWith("Messages")
                                    && !resideInAPackage(ENGINE).test(type)
                                    && !type.getName().startsWith("salesconveyor.line.Belt")))
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("org.camunda.."),
            "a twin holds variables and beans",
            fields().that()
                    .areDeclaredInClassesThat(are(TWIN))
                    .should()
                    .haveRawType(Variable.class)
                    .andShould()
                    .beStatic()
                    .andShould()
                    .beFinal(),
            "a twin's methods are beans or private",
            methods()
                    .that()
                    .areDeclaredInClassesThat(are(TWIN))
                    .and()
                    .doNotHaveModifier(JavaModifier.SYNTHETIC)
                    .should()
                    .beAnnotatedWith(Bean.class)
                    .orShould()
                    .bePrivate(),
            "web is a leaf",
            noClasses()
                    .that()
                    .resideOutsideOfPackage("..web..")
                    .should()
                    .dependOnClassesThat(resideInAPackage("salesconveyor..web..")),
            "names say what a thing is",
            noClasses().should().haveNameMatching(".*(Impl|Dto|DTO|Util|Utils|Helper|Manager|Service)"),
            "money is never a float or double",
            noFields()
                    .that()
                    .areDeclaredInClassesThat(are(resideInAnyPackage(MONEY)))
                    .should()
                    .haveRawType(describe("float or double", ArchitectureTest::isFloating)),
            "no method takes or gives money as a float or double",
            noMethods()
                    .that()
                    .areDeclaredInClassesThat(are(resideInAnyPackage(MONEY)))
                    .should(com.tngtech.archunit.lang.conditions.ArchConditions.be(
                            describe("taking or giving a float or double", (JavaMethod method) -> Stream.concat(
                                            method.getRawParameterTypes().stream(),
                                            Stream.of(method.getRawReturnType()))
                                    .anyMatch(ArchitectureTest::isFloating)))),
            "the time comes from the Clock bean",
            noClasses()
                    .should(com.tngtech.archunit.lang.conditions.ArchConditions.callMethodWhere(describe(
                            "the time of the machine",
                            call -> call.getTarget().getName().equals("now")
                                            && call.getTarget().getRawParameterTypes().stream()
                                                    .noneMatch(type -> type.isEquivalentTo(Clock.class))
                                            && Set.of(
                                                            Instant.class,
                                                            LocalDate.class,
                                                            LocalDateTime.class,
                                                            OffsetDateTime.class,
                                                            ZonedDateTime.class,
                                                            Year.class)
                                                    .stream()
                                                    .anyMatch(call.getTargetOwner()::isEquivalentTo)
                                    || call.getTarget().getName().equals("currentTimeMillis")))));

    private static final JavaClasses SHIPPED = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("salesconveyor");

    @TestFactory
    Stream<DynamicTest> theProgramKeeps() {
        return RULES.entrySet().stream()
                .map(rule -> DynamicTest.dynamicTest(
                        rule.getKey(), () -> rule.getValue().check(SHIPPED)));
    }

    @TestFactory
    Stream<DynamicTest> theBrokenExampleBreaks() {
        JavaClasses broken = new ClassFileImporter()
                .importPackages("salesconveyor.shared", "examples")
                .that(describe("examples", type -> type.getName().contains("Example")));
        return RULES.entrySet().stream()
                .map(rule -> DynamicTest.dynamicTest(rule.getKey(), () -> assertThatThrownBy(
                                () -> rule.getValue().check(broken))
                        .isInstanceOf(AssertionError.class)));
    }

    @Test
    void aTwinDecidesNothing() throws IOException {
        for (JavaClass twin : SHIPPED.that(TWIN)) {
            Path source = Path.of("src/main/java/" + twin.getName().replace('.', '/') + ".java");
            assertThat(Files.readString(source)).as(source.toString()).doesNotContain("if (", "while (", "for (");
        }
    }

    @Test
    void everyTwinHasItsModelAndEveryModelItsTwin() throws IOException {
        List<String> twins = SHIPPED.that(TWIN).stream()
                .map(twin -> twin.getAnnotationOfType(ProcessModel.class).value())
                .filter(model -> !model.contains("/")) // a station's part of a twin
                .sorted()
                .toList();
        try (var files = Files.list(Path.of("processes"))) {
            assertThat(files.map(file -> file.getFileName().toString())
                            .filter(file -> file.endsWith(".bpmn"))
                            .map(file -> file.replace(".bpmn", ""))
                            .sorted())
                    .isEqualTo(twins);
        }
    }

    private static boolean isFloating(JavaClass type) {
        return Set.of("float", "double", "java.lang.Float", "java.lang.Double").contains(type.getName());
    }
}
