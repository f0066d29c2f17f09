package io.enforcement.gateway.mappings;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;

@AnalyzeClasses(
    packages = "io.enforcement.gateway.mappings",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  private static final String[] TOOLS = {"..mappings.file", "..mappings.xml", "..mappings.table"};

  @ArchTest
  static final ArchRule PARTNERS_ARE_STRANGERS =
      slices()
          .matching("io.enforcement.gateway.mappings.(*)..")
          .should()
          .notDependOnEachOther()
          .ignoreDependency(alwaysTrue(), resideInAnyPackage(TOOLS))
          .because("a partner can be added or removed without reading another");

  @ArchTest
  static final ArchRule TOOLS_KNOW_NO_PARTNER =
      noClasses()
          .that()
          .resideInAnyPackage(TOOLS)
          .should()
          .dependOnClassesThat(
              resideInAPackage("io.enforcement.gateway.mappings.*..")
                  .and(resideOutsideOfPackages(TOOLS)))
          .because("a form of file, XML or table is the same for whoever uses it");

  @ArchTest
  static final ArchRule CONTRACTS_KNOW_NO_PARTNER =
      noClasses()
          .that()
          .resideInAPackage("io.enforcement.gateway.mappings")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("io.enforcement.gateway.mappings.*..")
          .because("what all partners share must not change when one of them changes");

  @ArchTest
  static final ArchRule TRANSLATORS_DO_NO_IO =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "java.net..",
              "java.nio.file..",
              "java.nio.channels..",
              "java.sql..",
              "javax.sql..",
              "jakarta.jms..")
          .orShould()
          .dependOnClassesThat()
          .haveNameMatching("java\\.io\\.(File|RandomAccessFile|Object).*")
          .because("a translator is a pure function: it can be tested with two files");

  @ArchTest
  static final ArchRule NO_FRAMEWORK =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.springframework..", "org.apache.camel..", "jakarta.ws..")
          .because("mappings outlive the machinery that carries them");

  @ArchTest
  static void readNoClock(JavaClasses classes) {
    for (Class<?> time :
        new Class<?>[] {
          Instant.class,
          LocalDate.class,
          LocalDateTime.class,
          OffsetDateTime.class,
          ZonedDateTime.class
        }) {
      noClasses()
          .should()
          .callMethod(time, "now")
          .because("a replay next year must give the bytes of today")
          .check(classes);
    }
    noClasses()
        .should()
        .dependOnClassesThat()
        .areAssignableTo(Clock.class)
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .orShould()
        .callMethod(System.class, "nanoTime")
        .orShould()
        .dependOnClassesThat()
        .haveNameMatching("java\\.util\\.(Random|UUID|concurrent\\.ThreadLocalRandom)")
        .because("a replay next year must give the bytes of today")
        .check(classes);
  }

  @ArchTest
  static final ArchRule JACKSON_2_STAYS_BEHIND_JSLT =
      noClasses()
          .that()
          .resideOutsideOfPackage("..declarative..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("com.fasterxml.jackson.databind..", "com.schibsted..")
          .because("the standard speaks Jackson 3; two trees in one class would be mixed up");

  @ArchTest
  static final ArchRule TRANSLATORS_ARE_FOUND_BY_NAME =
      classes()
          .that()
          .implement(ToStandard.class)
          .or()
          .implement(FromStandard.class)
          .and()
          .resideOutsideOfPackage("..declarative..")
          .should()
          .beAnnotatedWith(jakarta.inject.Named.class)
          .orShould()
          .resideInAPackage("..declarative..")
          .because("partner.yaml names a translator; no shared file lists them");
}
