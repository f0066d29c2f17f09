package io.enforcement.gateway.standards;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(
    packages = "io.enforcement.gateway",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  private static final String STANDARDS = "io.enforcement.gateway.standards..";

  @ArchTest
  static final ArchRule standsAlone =
      classes()
          .that()
          .resideInAPackage(STANDARDS)
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              STANDARDS,
              "java..",
              "javax.xml..",
              "org.w3c.dom..",
              "org.xml.sax..",
              "jakarta.xml.bind..",
              "org.glassfish.jaxb..",
              "com.ctc.wstx..",
              "org.codehaus.stax2..",
              "tools.jackson..",
              "com.fasterxml.jackson.annotation..")
          .because("the standard must outlive every framework, every transport and every partner");

  @ArchTest
  static final ArchRule parsersStayBehindTheDoor =
      noClasses()
          .that()
          .resideInAPackage(STANDARDS)
          .and()
          .resideOutsideOfPackages("..standards.format..", "..standards.model..")
          .and()
          // Reads nothing but the schema that was shipped with it, and through the hardened door.
          .resideOutsideOfPackage("..standards.dictionary..")
          .and()
          // Writes JSON and reads none.
          .resideOutsideOfPackage("..standards.edition..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "tools.jackson..", "javax.xml..", "com.ctc.wstx..", "org.xml.sax..", "org.w3c.dom..")
          .because("whoever parses beside the hardened doors opens a soft one");

  @ArchTest
  static final ArchRule rulesDoNotAskTheClock =
      noClasses()
          .that()
          .resideInAPackage(STANDARDS)
          .should()
          .callMethodWhere(
              DescribedPredicate.describe(
                  "ask the clock",
                  call ->
                      call.getTarget().getName().equals("now")
                          && call.getTargetOwner().getPackageName().equals("java.time")))
          .because("the same record and the same day must give the same findings, in a replay too");

  @ArchTest
  static final ArchRule contentIsNotKnownByForm =
      noClasses()
          .that()
          .resideInAPackage("..standards.format..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("..standards.codes..", "..standards.identity..")
          .because("form says how a record is written, never what its codes and keys mean");

  @ArchTest
  static final ArchRule familiesOfRulesStandAlone =
      slices()
          .matching("..standards.rules.(*)..")
          .should()
          .notDependOnEachOther()
          .ignoreDependency(
              DescribedPredicate.alwaysTrue(), resideInAPackage("..standards.rules.book.."))
          .because("a law that changes one family must not move another");

  @ArchTest
  static final ArchRule namesComeFromTheField =
      noClasses()
          .should()
          .resideInAnyPackage(
              "..util..", "..common..", "..impl..", "..helper..", "..dto..", "..service..")
          .because("a drawer without a name of the field collects what nobody can find again");

  @ArchTest
  static final ArchRule noSuffixThatSaysNothing =
      noClasses()
          .should()
          .haveNameMatching(".*(Util|Utils|Helper|Impl|Manager|Constants)")
          .because("a type is named by what it holds or does");
}
