package dev.dailies;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.dailies.delivery.Downloaded;
import dev.dailies.provider.Preparation;
import dev.dailies.provider.Progress;
import dev.dailies.provider.Statement;
import dev.dailies.provider.Submission;
import dev.dailies.provider.http.Exchange;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.text.Collator;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

  private static final JavaClasses PRODUCT =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("dev.dailies");

  @Test
  void importsGoOneWay() {
    layeredArchitecture()
        .consideringOnlyDependenciesInLayers()
        .layer("cli")
        .definedBy("dev.dailies.cli..")
        .layer("job")
        .definedBy("dev.dailies.job..")
        .layer("settings")
        .definedBy("dev.dailies.settings..")
        .layer("manifest")
        .definedBy("dev.dailies.manifest..")
        .layer("report")
        .definedBy("dev.dailies.report..")
        .layer("ledger")
        .definedBy("dev.dailies.ledger..")
        .layer("delivery")
        .definedBy("dev.dailies.delivery..")
        .layer("simulator")
        .definedBy("dev.dailies.simulator..")
        .layer("pacing")
        .definedBy("dev.dailies.pacing..")
        .layer("provider")
        .definedBy("dev.dailies.provider..")
        .layer("media")
        .definedBy("dev.dailies.media..")
        .layer("files")
        .definedBy("dev.dailies.files..")
        .layer("text")
        .definedBy("dev.dailies.text..")
        .layer("web")
        .definedBy("dev.dailies.web..")
        .whereLayer("cli")
        .mayNotBeAccessedByAnyLayer()
        .whereLayer("job")
        .mayOnlyBeAccessedByLayers("cli")
        .whereLayer("settings")
        .mayOnlyBeAccessedByLayers("cli", "job")
        .whereLayer("manifest")
        .mayOnlyBeAccessedByLayers("job")
        .whereLayer("report")
        .mayOnlyBeAccessedByLayers("cli", "job")
        .whereLayer("ledger")
        .mayOnlyBeAccessedByLayers("cli", "job", "settings", "report")
        .whereLayer("delivery")
        .mayOnlyBeAccessedByLayers("job", "settings")
        .whereLayer("simulator")
        .mayOnlyBeAccessedByLayers("cli", "settings")
        .whereLayer("pacing")
        .mayOnlyBeAccessedByLayers("cli", "job")
        .whereLayer("media")
        .mayNotAccessAnyLayer()
        .whereLayer("files")
        .mayNotAccessAnyLayer()
        .whereLayer("text")
        .mayNotAccessAnyLayer()
        .whereLayer("web")
        .mayNotAccessAnyLayer()
        .check(PRODUCT);
  }

  @Test
  void packagesFormNoRing() {
    slices().matching("dev.dailies.(*)..").should().beFreeOfCycles().check(PRODUCT);
  }

  @Test
  void anAdapterKnowsThePortAndNothingElse() {
    classes()
        .that()
        .resideInAPackage("dev.dailies.provider.*..")
        .should()
        .onlyDependOnClassesThat(
            resideInAnyPackage(
                    "dev.dailies.provider..",
                    "dev.dailies.media..",
                    "dev.dailies.files",
                    "dev.dailies.text",
                    "dev.dailies.web")
                .or(not(resideInAPackage("dev.dailies.."))))
        .check(PRODUCT);
    slices()
        .matching("dev.dailies.provider.(*)..")
        .should()
        .notDependOnEachOther()
        .ignoreDependency(
            resideInAPackage("dev.dailies.provider.."),
            resideInAnyPackage(
                "dev.dailies.provider.models",
                "dev.dailies.provider.http",
                "dev.dailies.provider.spi"))
        // CometAPI passes on Runway's words.
        .ignoreDependency(
            resideInAPackage("dev.dailies.provider.cometapi"),
            resideInAPackage("dev.dailies.provider.runway"))
        // The generator hands shots on to a ComfyUI server, which is asked for them.
        .ignoreDependency(
            resideInAPackage("dev.dailies.provider.generator"),
            resideInAPackage("dev.dailies.provider.comfyui"))
        .check(PRODUCT);
    noClasses()
        .that()
        .resideInAPackage("dev.dailies.provider")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("dev.dailies.provider.*..")
        .check(PRODUCT);
  }

  /** Formats know them, not the other way round: each can be read alone. */
  @Test
  void theSimulatorsToolsKnowNoSimulator() {
    for (String tool : List.of("http", "task", "clip", "money")) {
      classes()
          .that()
          .resideInAPackage("dev.dailies.simulator." + tool)
          .should()
          .onlyDependOnClassesThat(
              resideInAPackage("dev.dailies.simulator." + tool)
                  .or(not(resideInAPackage("dev.dailies.simulator.."))))
          .check(PRODUCT);
    }
    noClasses()
        .that()
        .resideInAPackage("dev.dailies.simulator")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "dev.dailies.simulator.cometapi",
            "dev.dailies.simulator.runway",
            "dev.dailies.simulator.comfyui",
            "dev.dailies.simulator.generator")
        .check(PRODUCT);
  }

  /** Plan, submit, poll and download are told apart by the ledger and by what a run shares. */
  @Test
  void aRoomOfTheJobKnowsTheRunAndNoOtherStep() {
    slices()
        .matching("dev.dailies.job.(*)..")
        .should()
        .notDependOnEachOther()
        .ignoreDependency(resideInAPackage("dev.dailies.job.."), in("run"))
        .ignoreDependency(in("submit").or(in("poll")), in("doubt"))
        .ignoreDependency(in("report"), in("settle").or(in("folder")))
        // The doctor looks at what the others would do.
        .ignoreDependency(in("doctor"), in("plan").or(in("folder")))
        .check(PRODUCT);
    noClasses()
        .that()
        .resideInAPackage("dev.dailies.job.*..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("dev.dailies.job")
        .check(PRODUCT);
  }

  private static DescribedPredicate<JavaClass> in(String room) {
    return resideInAPackage("dev.dailies.job." + room);
  }

  @Test
  void sqlIsInTheLedgerAlone() {
    noClasses()
        .that()
        .resideOutsideOfPackage("dev.dailies.ledger..")
        .and()
        .doNotHaveSimpleName("LedgerConfiguration")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.springframework.jdbc..")
        .check(PRODUCT);
  }

  /** It sends a POST again after a 429 unless it is told not to. */
  @Test
  void theClientOfDownloadsIsNotUsedForWhatCostsMoney() {
    noClasses()
        .that()
        .resideOutsideOfPackage("dev.dailies.delivery..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.apache.hc..")
        .check(PRODUCT);
  }

  /** What is written in one shell must be read in another; the program's own locale is none. */
  @Test
  void nothingDependsOnTheShellsLanguage() {
    noClasses()
        .should()
        .callMethod(String.class, "toLowerCase")
        .orShould()
        .callMethod(String.class, "toUpperCase")
        .orShould()
        .callMethod(String.class, "getBytes")
        .orShould()
        .callConstructor(String.class, byte[].class)
        .orShould()
        .callConstructor(InputStreamReader.class, InputStream.class)
        .orShould()
        .callConstructor(OutputStreamWriter.class, OutputStream.class)
        .orShould()
        .callMethod(String.class, "format", String.class, Object[].class)
        .orShould()
        .callMethod(DateTimeFormatter.class, "ofPattern", String.class)
        .orShould()
        .dependOnClassesThat()
        .areAssignableTo(Collator.class)
        .check(PRODUCT);
  }

  @Test
  void theKindsOfAnswersAreKnown() {
    assertThat(names(Submission.class))
        .containsExactlyInAnyOrder("Accepted", "Finished", "NothingCreated", "Unknown");
    assertThat(names(Submission.NothingCreated.class))
        .containsExactlyInAnyOrder("Refused", "NotNow", "Halt");
    assertThat(names(Preparation.class))
        .containsExactlyInAnyOrder("Request", "Postponed", "NothingCreated");
    assertThat(names(Progress.class))
        .containsExactlyInAnyOrder(
            "Waiting",
            "Running",
            "NotVisible",
            "Succeeded",
            "Failed",
            "Cancelled",
            "Unreadable",
            "Halt");
    assertThat(names(Statement.class)).containsExactlyInAnyOrder("Told", "Untold", "Silent");
    assertThat(names(Exchange.class)).containsExactlyInAnyOrder("Answer", "Broken");
    assertThat(names(Exchange.Broken.class))
        .containsExactlyInAnyOrder("NotSent", "Untrusted", "ShutOut", "Redirected", "NoAnswer");
    assertThat(names(Downloaded.class))
        .containsExactlyInAnyOrder(
            "Saved", "Expired", "TryAgain", "Incomplete", "NotAClip", "StorageFailed");
  }

  private static String[] names(Class<?> sealed) {
    return Arrays.stream(sealed.getPermittedSubclasses())
        .map(Class::getSimpleName)
        .toArray(String[]::new);
  }
}
