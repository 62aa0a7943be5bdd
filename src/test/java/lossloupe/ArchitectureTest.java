package lossloupe;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.conditions.ArchConditions.onlyDependOnClassesThat;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The rules of the README's Design section, each with its reason. Sizes and package texts are Checkstyle's, see
/// src/build.
class ArchitectureTest {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("lossloupe");

    private static final Map<String, List<String>> MAY_IMPORT = new TreeMap<>(Map.ofEntries(
            Map.entry("tensor", List.of()),
            Map.entry("i18n", List.of()),
            Map.entry("kernel", List.of()),
            Map.entry("clash", List.of("tensor")),
            Map.entry("loss", List.of("kernel", "tensor")),
            Map.entry("reduce", List.of("kernel", "tensor")),
            Map.entry("document", List.of("loss", "reduce", "tensor")),
            Map.entry("compute", List.of("document", "loss", "reduce", "kernel", "tensor")),
            Map.entry("equality", List.of("compute", "document", "loss", "reduce", "kernel", "tensor")),
            Map.entry("doctor", List.of("compute", "document", "loss", "reduce", "kernel", "tensor")),
            Map.entry("paint", List.of("compute", "document", "loss", "reduce", "kernel", "tensor")),
            Map.entry("io", List.of("document", "loss", "reduce", "tensor")),
            Map.entry(
                    "export",
                    List.of("io", "equality", "paint", "compute", "document", "loss", "reduce", "tensor", "i18n")),
            Map.entry(
                    "cli",
                    List.of(
                            "export",
                            "doctor",
                            "io",
                            "paint",
                            "compute",
                            "document",
                            "loss",
                            "reduce",
                            "tensor",
                            "i18n")),
            Map.entry(
                    "app", List.of("export", "io", "paint", "compute", "document", "loss", "reduce", "tensor", "i18n")),
            Map.entry(
                    "view",
                    List.of(
                            "app",
                            "clash",
                            "export",
                            "io",
                            "equality",
                            "doctor",
                            "paint",
                            "compute",
                            "document",
                            "loss",
                            "reduce",
                            "tensor",
                            "i18n"))));

    static List<String> packages() {
        return List.copyOf(MAY_IMPORT.keySet());
    }

    @ParameterizedTest
    @MethodSource("packages")
    void importsOnlyWhatTheTableAllows(String name) {
        var own = new ArrayList<String>();
        own.add("lossloupe." + name + "..");
        MAY_IMPORT.getOrDefault(name, List.of()).forEach(p -> own.add("lossloupe." + p + ".."));
        classes()
                .that(resideInAPackage("lossloupe." + name + ".."))
                .should(onlyDependOnClassesThat(
                        resideOutsideOfPackage("lossloupe..").or(resideInAnyPackage(own.toArray(String[]::new)))))
                .because("state and knowledge flow one way; see the table in README «Design»")
                .check(CLASSES);
    }

    @Test
    void everyPackageStandsInTheTable() throws IOException {
        try (var folders = Files.list(Path.of("src/main/java/lossloupe"))) {
            var unknown = folders.filter(Files::isDirectory)
                    .map(f -> f.getFileName().toString())
                    .filter(n -> !MAY_IMPORT.containsKey(n))
                    .toList();
            assertTrue(unknown.isEmpty(), () -> "not in the table: " + unknown);
        }
    }

    @Test
    void numbersKnowNoToolkit() {
        noClasses()
                .that()
                .resideOutsideOfPackages("lossloupe.app..", "lossloupe.view..", "lossloupe")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("javafx..", "org.controlsfx..")
                .because("commands, tests and workers use them where there is no toolkit")
                .check(CLASSES);
    }

    @Test
    void theAppKnowsNoSceneGraph() {
        noClasses()
                .that()
                .resideInAPackage("lossloupe.app..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("javafx.scene..", "javafx.stage..", "javafx.css..")
                .because("what is now must not depend on how it looks")
                .check(CLASSES);
    }

    @Test
    void awtAndJFreeStayWithFiguresAndCharts() {
        noClasses()
                .that()
                .resideOutsideOfPackages("lossloupe.export..", "lossloupe.view.chart..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.awt..", "javax.swing..", "javax.imageio..", "org.jfree..")
                .because("one toolkit draws the window; the other one belongs to files and charts")
                .check(CLASSES);
    }

    @Test
    void onlyTheKernelNamesTheIncubatingModule() {
        noClasses()
                .that()
                .resideOutsideOfPackage("lossloupe.kernel..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("jdk.incubator..")
                .because("the module may change or be absent; one seam has to know")
                .check(CLASSES);
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching("lossloupe.(*)..")
                .should()
                .beFreeOfCycles()
                .because("a cycle is one package that pretends to be two")
                .check(CLASSES);
    }

    @Test
    void oneDoorBackToTheFxThread() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName("lossloupe.app.FxThread")
                .should()
                .callMethod(javafx.application.Platform.class, "runLater", Runnable.class)
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("javafx.animation.AnimationTimer")
                .because("newest-wins holds only where every way back is the same")
                .check(CLASSES);
    }

    @Test
    void threadsStartInFourPlaces() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName("lossloupe.app.LatestWorker")
                .and()
                .doNotHaveFullyQualifiedName("lossloupe.app.Jobs")
                .and()
                .doNotHaveFullyQualifiedName("lossloupe.app.LiveFiles")
                .and()
                .doNotHaveFullyQualifiedName("lossloupe.view.WindowApp")
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.util.concurrent.ExecutorService")
                .orShould()
                .callConstructor(Thread.class, Runnable.class)
                .orShould()
                .callConstructor(Thread.class, Runnable.class, String.class)
                .orShould()
                .callMethod(Thread.class, "ofPlatform")
                .orShould()
                .callMethod(Thread.class, "ofVirtual")
                .because(
                        "frames have one worker, files one job and their watcher, and the first frame is computed while the"
                                + " toolkit starts, then loops are warmed while nobody waits; anything more needs a reason here")
                .check(CLASSES);
    }

    @Test
    void onlyTheCommandLinePrints() {
        noClasses()
                .that()
                .resideOutsideOfPackages("lossloupe.cli..", "lossloupe")
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .because("results go to standard output and messages to standard error, from one place")
                .check(CLASSES);
    }

    @Test
    void nothingStaticChanges() {
        fields().that()
                .areStatic()
                .and()
                .areDeclaredInClassesThat(alwaysTrue())
                .and()
                .doNotHaveName("$assertionsDisabled")
                .should()
                .haveModifier(JavaModifier.FINAL)
                .because("state has one owner, and tests run beside each other")
                .check(CLASSES);
    }

    @Test
    void valuesStayAsTheyWereMade() {
        fields().that()
                .areDeclaredInClassesThat()
                .resideInAnyPackage("lossloupe.tensor..", "lossloupe.document..", "lossloupe.reduce..")
                .and()
                .areNotStatic()
                .and()
                .areDeclaredInClassesThat()
                .doNotHaveSimpleName("Extremes")
                .and()
                .doNotHaveName("pyramid")
                .and()
                .doNotHaveName("totals")
                .should()
                .haveModifier(JavaModifier.FINAL)
                .because("snapshots, undo, damage and incremental results rest on it;"
                        + " Extremes accumulates, and a chunk's pyramid and totals are filled in once")
                .check(CLASSES);
    }
}
