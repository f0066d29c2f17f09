package io.enforcement.gateway.routes.problem;

import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.core.StandardHost;
import org.apache.catalina.valves.ErrorReportValve;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/**
 * Makes Tomcat speak our problem documents where no servlet filter is reached: broken request
 * lines, headers too large, a path that it cannot decode.
 */
@Component
class ContainerProblems implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

  @Override
  public void customize(TomcatServletWebServerFactory factory) {
    factory.addContextCustomizers(
        context -> {
          if (context.getParent() instanceof StandardHost host) {
            host.setErrorReportValveClass(ProblemValve.class.getName());
          }
        });
  }

  /** Public with a public constructor because Tomcat creates it by name. */
  public static final class ProblemValve extends ErrorReportValve {

    private final ProblemWriter writer = new ProblemWriter();

    @Override
    protected void report(Request request, Response response, Throwable failure) {
      int status = response.getStatus();
      if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
        return;
      }
      try {
        writer.write(request, response, ProblemCode.ofStatus(status));
      } catch (IOException gone) {
        container.getLogger().debug("the caller left before the refusal", gone);
      }
    }
  }
}
