package garim.e2e;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The arrows between the modules, and the rules that hold in all of them; the reasons are in ARCHITECTURE.md. */
final class ArchitectureTest {
    private static final int MOST_LINES = 500;
    private static final List<String> NAMES_OF_NOTHING = List.of("Util", "Utils", "Manager", "Helper", "Impl");
    private static final JavaClasses PRODUCT = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("garim.engine", "garim.models", "garim.paper", "garim.live", "garim.cli");

    private static void module(String name, String... mayKnow) {
        String[] others = Stream.of("engine", "models", "paper", "live", "cli", "bench", "e2e")
                .map(other -> "garim." + other + "..")
                .filter(other -> !other.startsWith("garim." + name))
                .filter(other -> Stream.of(mayKnow).noneMatch(known -> other.equals("garim." + known + "..")))
                .toArray(String[]::new);
        noClasses()
                .that()
                .resideInAPackage("garim." + name + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(others)
                .because("the arrows of ARCHITECTURE.md say so")
                .check(PRODUCT);
    }

    @Test
    void theEngineKnowsNobody() {
        module("engine");
    }

    @Test
    void theModelsKnowTheEngineOnly() {
        module("models", "engine");
    }

    @Test
    void thePaperKnowsNobody() {
        module("paper");
    }

    @Test
    void liveKnowsTheEngineOnly() {
        module("live", "engine");
    }

    @Test
    void theCommandKnowsEngineModelsPaperAndLive() {
        module("cli", "engine", "models", "paper", "live");
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching("garim.(**)").should().beFreeOfCycles().check(PRODUCT);
    }

    @Test
    void onlyProgramsTouchTheProcessTheyRunIn() {
        DescribedPredicate<JavaAccess<?>> ofTheProcess = DescribedPredicate.describe(
                "access to the streams, the environment or the end of the process",
                access -> access.getTargetOwner().isEquivalentTo(System.class)
                        && List.of("out", "err", "in", "exit", "getenv").contains(access.getName()));
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName("garim.cli.Main")
                .and()
                .resideOutsideOfPackage("garim.models.build")
                .should()
                .accessTargetWhere(ofTheProcess)
                .because("everything else is handed what it needs")
                .check(PRODUCT);
    }

    @Test
    void nothingChangesBehindTheBackOfItsOwner() {
        ArchRuleDefinition.fields()
                .that()
                .areStatic()
                .and(DescribedPredicate.<JavaField>describe(
                        "are written by people", field -> !field.getName().startsWith("$")))
                .should()
                .beFinal()
                .because("there is no mutable static")
                .check(PRODUCT);
    }

    @Test
    void classesAreFinalUnlessMadeToBeExtended() {
        classes()
                .that()
                .areNotInterfaces()
                .and()
                .areNotEnums()
                .and()
                .areNotAnonymousClasses()
                .and()
                .doNotHaveModifier(JavaModifier.ABSTRACT)
                .should()
                .haveModifier(JavaModifier.FINAL)
                .check(PRODUCT);
    }

    @Test
    void namesSayWhatAThingIs() {
        for (String ending : NAMES_OF_NOTHING) {
            noClasses().should().haveSimpleNameEndingWith(ending).check(PRODUCT);
        }
    }

    private static List<Path> sources() throws IOException {
        try (Stream<Path> all = Files.walk(Garim.HOME)) {
            return all.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !file.toString().contains("/target/"))
                    .toList();
        }
    }

    @Test
    void classesStayReadable() throws IOException {
        for (Path file : sources()) {
            long lines = Files.readAllLines(file).size();
            assertTrue(lines <= MOST_LINES, file + " has " + lines + " lines");
        }
    }

    @Test
    void everyPackageHasACharterAndNoNulls() throws IOException {
        List<Path> folders = sources().stream()
                .filter(file -> file.toString().contains("/src/main/"))
                .map(file -> file.resolveSibling("package-info.java"))
                .distinct()
                .toList();
        for (Path file : folders) {
            assertTrue(Files.exists(file), file + " is missing");
            String text = Files.readString(file);
            assertTrue(text.startsWith("/**"), file + " has no charter");
            assertEquals(1, text.lines().filter("@NullMarked"::equals).count(), file + " is not null-marked");
        }
    }
}
