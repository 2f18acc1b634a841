package dev.nacre.testkit;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.GeneralCodingRules;
import org.jspecify.annotations.NullMarked;

/**
 * The rules that the code of every module keeps.
 *
 * {@snippet :
 * @AnalyzeClasses(packages = "dev.nacre.engine", importOptions = MainClasses.class)
 * class ArchitectureTest {
 *     @ArchTest
 *     static final ArchTests HOUSE = ArchTests.in(HouseRules.class);
 * }
 * }
 */
public final class HouseRules {

    /** The one package that knows the WebAssembly runtime, and the one that measures it by itself. */
    @ArchTest
    public static final ArchRule RUNTIME_IN_ONE_PACKAGE = noClasses()
            .that()
            .resideOutsideOfPackages("dev.nacre.engine.runtime..", "dev.nacre.bench.peers..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.dylibso..")
            .as("Chicory is used by dev.nacre.engine.runtime alone, and by itself in dev.nacre.bench.peers")
            .because(
                    "Chicory goes on as Endive: one package is to change; what is compared with bare Chicory has to call it")
            .allowEmptyShould(true);

    /** Making classes is a matter of the engine, and of what takes its bounds away to measure them. */
    @ArchTest
    public static final ArchRule CLASSES_MADE_IN_ONE_PACKAGE = noClasses()
            .that()
            .resideOutsideOfPackages("dev.nacre.engine.runtime..", "dev.nacre.bench.safety..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.objectweb.asm..")
            .as("ASM is used by dev.nacre.engine.runtime alone, and by dev.nacre.bench.safety to take bounds away")
            .because("what makes code has to be looked over in one place")
            .allowEmptyShould(true);

    /** Interrupting a thread closes the files of a database that the thread is reading. */
    @ArchTest
    public static final ArchRule NO_INTERRUPT = noClasses()
            .should()
            .callMethod(Thread.class, "interrupt")
            .because("an interrupt breaks file-backed H2; guests are stopped by their meter")
            .allowEmptyShould(true);

    /** Callers see the exceptions of the module, with their codes. */
    @ArchTest
    public static final ArchRule NO_GENERIC_EXCEPTIONS =
            GeneralCodingRules.NO_CLASSES_SHOULD_THROW_GENERIC_EXCEPTIONS.allowEmptyShould(true);

    /** Null is said where it is allowed. */
    @ArchTest
    public static final ArchRule NULL_MARKED = classes()
            .should(resideInNullMarkedPackage())
            .because("null crosses an API only where it says so")
            .allowEmptyShould(true);

    private HouseRules() {}

    private static ArchCondition<JavaClass> resideInNullMarkedPackage() {
        return new ArchCondition<>("reside in a package that is annotated @NullMarked") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                boolean marked = type.getPackage().isAnnotatedWith(NullMarked.class);
                String message = type.getName() + ": package-info of '" + type.getPackageName()
                        + "': expected @NullMarked, found " + (marked ? "it" : "none");
                events.add(new SimpleConditionEvent(type, marked, message));
            }
        };
    }
}
