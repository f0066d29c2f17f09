package io.enforcement.gateway.routes;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;

/** The rules of the house, each with its reason. */
@AnalyzeClasses(
    packages = "io.enforcement.gateway",
    importOptions = {DoNotIncludeTests.class, ArchitectureTest.WithoutFarSides.class})
class ArchitectureTest {

  /** The connectors' tests, once Maven has packaged them. */
  static final class WithoutFarSides implements ImportOption {
    @Override
    public boolean includes(Location location) {
      return !location.contains("-tests.jar");
    }
  }

  private static final String ROUTES = "io.enforcement.gateway.routes..";

  @ArchTest
  static final ArchRule sqlStandsInStores =
      noClasses()
          .that()
          .resideInAPackage(ROUTES)
          .and()
          .resideOutsideOfPackages(
              "..store..", "..audit..", "..security..", "..database..", "..sandbox.farside..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("java.sql..", "javax.sql..", "org.springframework.jdbc..")
          .because("one store per capability can be read, tuned and proven; SQL in a route cannot");

  @ArchTest
  static final ArchRule aRouteNamesTheStep =
      noClasses()
          .that()
          .areAssignableTo(RouteBuilder.class)
          .should()
          .accessClassesThat()
          .areAssignableTo(Exchange.class)
          .because("a route names the step, a bean does the work");

  @ArchTest
  static final ArchRule camelStaysInTheRoutes =
      noClasses()
          .that()
          .resideInAPackage("io.enforcement.gateway..")
          .and()
          .resideOutsideOfPackages("..routes.exchange..", "..routes.broker..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.apache.camel..")
          .because("what a message means must not depend on what carries it");

  @ArchTest
  static final ArchRule noPartnerIsKnownByName =
      noClasses()
          .that()
          .resideInAPackage(ROUTES)
          .should()
          .dependOnClassesThat(
              resideInAPackage("io.enforcement.gateway.mappings..")
                  .and(
                      DescribedPredicate.not(
                          resideInAnyPackage(
                              "io.enforcement.gateway.mappings",
                              "io.enforcement.gateway.mappings.declarative..",
                              "io.enforcement.gateway.mappings.file"))))
          .because("a partner is a folder: it comes and goes without a change of the gateway");

  @ArchTest
  static final ArchRule theSandboxIsOnlyADemonstration =
      noClasses()
          .that()
          .resideOutsideOfPackages("..routes.sandbox..", "..routes.conformance..", "..routes.cli..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("..routes.sandbox..", "..routes.conformance..")
          .because("the gateway must not know that it talks to simulated partners");

  @ArchTest
  static final ArchRule theSandboxStandsOutside =
      noClasses()
          .that()
          .resideInAPackage("..routes.sandbox..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "..routes.store..", "..routes.exchange..", "..routes.audit..", "..routes.partner..")
          .because("a partner sees the gateway's doors and nothing behind them");

  @ArchTest
  static final ArchRule conformanceAsksAsOthersDo =
      noClasses()
          .that()
          .resideInAPackage("..routes.conformance..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("..routes.store..", "..routes.exchange..", "..routes.audit..")
          .because("a certificate says what people and partners can see, not what the code means");

  @ArchTest
  static final ArchRule theConsoleHoldsNoLogic =
      noClasses()
          .that()
          .resideInAPackage("..routes.console..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("..routes.exchange..", "..connectors..", "..mappings..")
          .because("pages and API ask and show; what they may do is done by the packages they ask");

  @ArchTest
  static final ArchRule storesKnowNoTransport =
      noClasses()
          .that()
          .resideInAnyPackage("..routes.store..", "..routes.audit..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "..connectors..", "..mappings..", "org.springframework.web..", "jakarta.jms..")
          .because("the truth must outlive every transport and every partner");

  @ArchTest
  static final ArchRule storesAreNamedForWhatTheyHold =
      classes()
          .that()
          .resideOutsideOfPackage("..routes.store..")
          .should()
          .haveSimpleNameNotEndingWith("Impl")
          .andShould()
          .haveSimpleNameNotEndingWith("Util")
          .andShould()
          .haveSimpleNameNotEndingWith("Utils")
          .andShould()
          .haveSimpleNameNotEndingWith("Helper")
          .andShould()
          .haveSimpleNameNotEndingWith("Manager")
          .because("a name says what a thing is in the field, not that somebody needed a drawer");

  @ArchTest
  static final ArchRule noDrawers =
      noClasses()
          .should()
          .resideInAnyPackage(
              "..util..", "..common..", "..impl..", "..helper..", "..dto..", "..service..")
          .because("a package is a capability; a drawer grows for ever");
}
