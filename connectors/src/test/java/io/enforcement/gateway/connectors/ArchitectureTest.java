package io.enforcement.gateway.connectors;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.regex.Pattern;

@AnalyzeClasses(
    packages = "io.enforcement.gateway.connectors",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  private static final String HERE = "io.enforcement.gateway.connectors..";

  @ArchTest
  static final ArchRule CARRIES_BYTES =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "io.enforcement.gateway.standards..",
              "io.enforcement.gateway.mappings..",
              "io.enforcement.gateway.routes..",
              "org.springframework..",
              "org.apache.camel..")
          .because("a connector carries bytes: what they mean is the business of others");

  @ArchTest
  static final ArchRule TRANSPORTS_STAND_ALONE =
      slices()
          .matching("io.enforcement.gateway.connectors.(*)..")
          .should()
          .notDependOnEachOther()
          .ignoreDependency(alwaysTrue(), resideInAPackage("..connectors.http"))
          .ignoreDependency(alwaysTrue(), resideInAPackage("..connectors.file"))
          .because("a transport can be added or removed without reading another");

  @ArchTest
  static final ArchRule FILE_RULES_KNOW_NO_TRANSPORT =
      noClasses()
          .that()
          .resideInAPackage("..connectors.file")
          .should()
          .dependOnClassesThat(
              resideInAPackage("io.enforcement.gateway.connectors.*..")
                  .and(resideOutsideOfPackage("..connectors.file")))
          .because("files keep the same rules, whatever carries them");

  @ArchTest
  static final ArchRule ONE_PLACE_KNOWS_ALL =
      noClasses()
          .that()
          .resideInAPackage("io.enforcement.gateway.connectors")
          .and()
          .doNotHaveSimpleName("ConnectorFactory")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("io.enforcement.gateway.connectors.*..")
          .because("the contracts must not lean towards any one transport");

  @ArchTest
  static final ArchRule SQL_DIFFERENCES_IN_ONE_PLACE =
      noClasses()
          .that()
          .resideInAPackage(HERE)
          .and()
          .haveNameNotMatching(".*FrontDatabaseDialect.*")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.postgresql..", "org.mariadb..")
          .because(
              "another database product comes as one more dialect, not as a search for all ifs");

  @ArchTest
  static final ArchRule NO_PATTERNS_ON_FOREIGN_BYTES =
      noClasses()
          .should()
          .dependOnClassesThat()
          .areAssignableTo(Pattern.class)
          .because("a pattern over a partner's bytes can be made to run for ever");

  @ArchTest
  static final ArchRule CONNECTORS_AND_SOURCES_ARE_FINAL =
      classes()
          .that()
          .implement(Connector.class)
          .or()
          .implement(Source.class)
          .should()
          .haveModifier(com.tngtech.archunit.core.domain.JavaModifier.FINAL)
          .because("shared behaviour by inheritance hides what one transport does");
}
