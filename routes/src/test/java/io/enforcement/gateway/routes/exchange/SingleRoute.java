package io.enforcement.gateway.routes.exchange;

import java.util.Map;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.AdviceWith;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.spi.Registry;
import org.apache.camel.test.junit5.CamelTestSupport;
import org.apache.camel.test.junit5.TestExecutionConfiguration;

/**
 * One route of the templates by itself, woken by hand: the beans of its steps are real, what stands
 * behind them can be made to fail.
 */
abstract class SingleRoute extends CamelTestSupport {

  static final String ROUTE = "route-under-test";

  /** Where the test knocks in the place of broker or clock. */
  static final String DOOR = "direct:door";

  /** Headers with which a stranger would steer Camel, were they looked at. */
  static final Map<String, Object> STEERING =
      Map.of(
          "CamelBeanMethodName", "toString",
          "camelBeanMethodName", "toString",
          "CamelToEndpoint", "mock:stranger",
          "CamelSplitComplete", true);

  private final String routeTemplate;
  private final Map<String, String> parameters;

  SingleRoute(String routeTemplate, Map<String, String> parameters) {
    this.routeTemplate = routeTemplate;
    this.parameters = parameters;
  }

  /** Id of the template under test. */
  final String routeTemplate() {
    return routeTemplate;
  }

  /** The beans that the route names. */
  abstract Map<String, Object> steps();

  /** Starts the route with the test's door in front of it. */
  final void open() throws Exception {
    AdviceWith.adviceWith(context, ROUTE, route -> route.replaceFromWith(DOOR));
    context.start();
  }

  /** Starts the route with a failure in the place of one step. */
  final void openWithFailureAt(String step, RuntimeException failure) throws Exception {
    AdviceWith.adviceWith(
        context,
        ROUTE,
        route -> {
          route.replaceFromWith(DOOR);
          route
              .weaveById(step)
              .replace()
              .process(
                  exchange -> {
                    throw failure;
                  });
        });
    context.start();
  }

  @Override
  protected final void bindToRegistry(Registry registry) {
    steps().forEach(registry::bind);
  }

  @Override
  protected final RoutesBuilder[] createRouteBuilders() {
    return new RoutesBuilder[] {
      new ExchangeTemplates(),
      new RouteBuilder() {
        @Override
        public void configure() {
          var route = templatedRoute(routeTemplate).routeId(ROUTE);
          parameters.forEach(route::parameter);
        }
      }
    };
  }

  /** The route starts when the test has put its door in front of it. */
  @Override
  public final void configureTest(TestExecutionConfiguration test) {
    test.withUseAdviceWith(true);
  }
}
