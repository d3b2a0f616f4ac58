package garim.engine;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The arrows between the packages of the engine; the table is in ARCHITECTURE.md. */
final class ArchitectureTest {
    private static final JavaClasses ENGINE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("garim.engine");

    @Test
    void packagesHaveNoCycles() {
        slices().matching("garim.engine.(**)").should().beFreeOfCycles().check(ENGINE);
    }

    @Test
    void nounsKnowNobody() {
        noClasses()
                .that()
                .resideInAPackage("garim.engine.frame")
                .should()
                .dependOnClassesThat()
                .resideOutsideOfPackages("garim.engine.frame", "java..", "org.jspecify..")
                .because("everybody stands on the nouns")
                .check(ENGINE);
    }

    @Test
    void siblingsDoNotKnowEachOther() {
        for (String sibling : new String[] {
            "media",
            "detect",
            "motion",
            "track",
            "visibility",
            "mask",
            "plan",
            "proof",
            "zone",
            "seal",
            "resume",
            "store"
        }) {
            noClasses()
                    .that()
                    .resideInAPackage("garim.engine." + sibling + "..")
                    .should()
                    .dependOnClassesThat()
                    .resideOutsideOfPackages(
                            "garim.engine." + sibling + "..",
                            "garim.engine.frame",
                            "garim.engine.store",
                            "java..",
                            "javax.crypto..",
                            "org.jspecify..",
                            "org.bytedeco..",
                            "ai.onnxruntime..",
                            "com.fasterxml.jackson..")
                    .because("only the pipeline joins them")
                    .check(ENGINE);
        }
    }

    @Test
    void theStoreKnowsNobodyAndIsKnownToThoseWhoWriteFiles() {
        noClasses()
                .that()
                .resideInAPackage("garim.engine.store")
                .should()
                .dependOnClassesThat()
                .resideOutsideOfPackages("garim.engine.store", "java..", "org.jspecify..")
                .check(ENGINE);
        noClasses()
                .that()
                .resideOutsideOfPackages(
                        "garim.engine.store",
                        "garim.engine.plan",
                        "garim.engine.proof.certificate",
                        "garim.engine.pipeline")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("garim.engine.store")
                .because("only they write files")
                .check(ENGINE);
    }

    @Test
    void theEyesOfTheProofAreItsOwn() {
        noClasses()
                .that()
                .resideInAPackage("garim.engine.proof")
                .should()
                .dependOnClassesThat()
                .resideOutsideOfPackages("garim.engine.proof", "garim.engine.frame", "java..", "org.jspecify..")
                .because("a fault of what finds, tracks and masks must not hide itself in the proof")
                .check(ENGINE);
    }

    @Test
    void nativeCodeIsLoadedInTwoPackagesOnly() {
        noClasses()
                .that()
                .resideOutsideOfPackage("garim.engine.media")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.bytedeco..")
                .check(ENGINE);
        noClasses()
                .that()
                .resideOutsideOfPackage("garim.engine.detect.onnx")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("ai.onnxruntime..")
                .check(ENGINE);
    }

    @Test
    void jsonStaysWherePlansAndCertificatesAreWritten() {
        noClasses()
                .that()
                .resideOutsideOfPackages("garim.engine.plan", "garim.engine.proof.certificate")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.fasterxml..")
                .check(ENGINE);
    }

    @Test
    void theEngineNeitherPrintsNorExitsNorReadsTheEnvironment() {
        noClasses()
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .orShould()
                .callMethod(System.class, "exit", int.class)
                .orShould()
                .callMethod(System.class, "getenv", String.class)
                .check(ENGINE);
    }

    @Test
    void classesAreFinalOrSealedOrContracts() {
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
                .check(ENGINE);
    }

    @Test
    void noFfmpegTypeLeavesTheMediaPackage() {
        com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods()
                .that()
                .areDeclaredInClassesThat()
                .resideInAPackage("garim.engine.media")
                .and()
                .areDeclaredInClassesThat()
                .arePublic()
                .and()
                .arePublic()
                .should()
                .haveRawReturnType(com.tngtech.archunit.base.DescribedPredicate.describe(
                        "an FFmpeg type", type -> type.getPackageName().startsWith("org.bytedeco")))
                .check(ENGINE);
    }
}
