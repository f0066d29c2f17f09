package io.enforcement.gateway.routes.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.model.BeanDefinition;
import org.apache.camel.model.ProcessorDefinition;
import org.apache.camel.model.RouteDefinition;
import org.apache.camel.model.RouteTemplateDefinition;
import org.apache.camel.model.SplitDefinition;
import org.apache.camel.model.errorhandler.NoErrorHandlerDefinition;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.BeanUtils;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.util.ClassUtils;

/** What every route must keep to; cheaper than review, kinder than a checklist. */
class RouteConventionsTest {

  private static List<RouteTemplateDefinition> templates;

  @BeforeAll
  static void readTemplates() throws Exception {
    try (DefaultCamelContext camel = new DefaultCamelContext()) {
      camel.addRoutes(new ExchangeTemplates());
      templates = List.copyOf(camel.getRouteTemplateDefinitions());
    }
  }

  @Test
  void fourTemplatesCarryTheTraffic() {
    assertThat(templates)
        .extracting(RouteTemplateDefinition::getId)
        .containsExactlyInAnyOrder("intake", "poll", "translate", "deliver");
  }

  /** Its steps' failures are provoked there, one by one. */
  @Test
  void eachTemplateHasATestOfItsOwn() {
    var tests = new ClassPathScanningCandidateComponentProvider(false);
    tests.addIncludeFilter(new AssignableTypeFilter(SingleRoute.class));

    assertThat(tests.findCandidateComponents(SingleRoute.class.getPackageName()))
        .extracting(test -> ClassUtils.forName(test.getBeanClassName(), null))
        .extracting(test -> ((SingleRoute) BeanUtils.instantiateClass(test)).routeTemplate())
        .containsExactlyInAnyOrderElementsOf(
            templates.stream().map(RouteTemplateDefinition::getId).toList());
  }

  @Test
  void everyStepHasAnIdThatIsAVerbAndANoun() {
    assertThat(templates.stream().flatMap(t -> steps(t.getRoute().getOutputs())))
        .isNotEmpty()
        .allSatisfy(step -> assertThat(step.getId()).matches("[a-z]+(-[a-z]+)+"));
  }

  @Test
  void aRouteFitsOneScreen() {
    assertThat(templates)
        .allSatisfy(t -> assertThat(steps(t.getRoute().getOutputs())).hasSizeLessThanOrEqualTo(12));
  }

  /** A Camel error handler would repeat or swallow what the store counts. */
  @Test
  void noRouteHasAnErrorHandler() {
    assertThat(templates)
        .extracting(RouteTemplateDefinition::getRoute)
        .extracting(RouteDefinition::getErrorHandlerFactory)
        .allSatisfy(handler -> assertThat(handler).isInstanceOf(NoErrorHandlerDefinition.class));
  }

  /** Steps are beans: no expression, no header and no lambda decides anything on the way. */
  @Test
  void everyStepIsABean() {
    assertThat(templates.stream().flatMap(t -> steps(t.getRoute().getOutputs())))
        .allSatisfy(
            step -> assertThat(step).isInstanceOfAny(BeanDefinition.class, SplitDefinition.class));
  }

  private static Stream<ProcessorDefinition<?>> steps(List<ProcessorDefinition<?>> outputs) {
    return outputs.stream()
        .flatMap(step -> Stream.concat(Stream.of(step), steps(step.getOutputs())));
  }
}
