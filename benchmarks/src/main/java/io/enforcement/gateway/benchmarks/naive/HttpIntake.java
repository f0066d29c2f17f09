package io.enforcement.gateway.benchmarks.naive;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.startup.Tomcat;

/** HTTP in, by the same Tomcat that the gateway embeds, with 16 threads. */
final class HttpIntake implements AutoCloseable {

  private static final int THREADS = 16;

  private final Tomcat tomcat = new Tomcat();

  HttpIntake(Path directory, Consumer<byte[]> store, Supplier<String> dead)
      throws LifecycleException {
    tomcat.setBaseDir(directory.toString());
    tomcat.setConnector(connector());
    var context = tomcat.addContext("", null);
    Tomcat.addServlet(context, "intake", new Intake(store, dead));
    context.addServletMappingDecoded("/", "intake");
    tomcat.start();
  }

  private static Connector connector() {
    Connector connector = new Connector();
    connector.setPort(0);
    connector.setProperty("address", "127.0.0.1");
    connector.setProperty("maxThreads", Integer.toString(THREADS));
    // Tomcat would close each connection after 100 requests.
    connector.setProperty("maxKeepAliveRequests", "-1");
    return connector;
  }

  int port() {
    return tomcat.getConnector().getLocalPort();
  }

  @Override
  public void close() throws LifecycleException {
    tomcat.stop();
    tomcat.destroy();
  }

  private static final class Intake extends HttpServlet {
    private static final long serialVersionUID = 1L;

    private final transient Consumer<byte[]> store;
    private final transient Supplier<String> dead;

    Intake(Consumer<byte[]> store, Supplier<String> dead) {
      this.store = store;
      this.dead = dead;
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
        throws IOException {
      store.accept(request.getInputStream().readAllBytes());
      response.setStatus(HttpServletResponse.SC_ACCEPTED);
      response.setContentLength(0);
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
        throws IOException {
      response.getWriter().print(dead.get());
    }
  }
}
