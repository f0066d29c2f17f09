package io.enforcement.gateway.routes.alarm;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import tools.jackson.databind.json.JsonMapper;

/** Posts one flat JSON document per alarm; any status of 200 to 299 has taken it. */
final class WebhookChannel implements AlarmChannel {

  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final JsonMapper json = JsonMapper.builder().build();
  private final HttpClient client =
      HttpClient.newBuilder()
          .connectTimeout(PATIENCE)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();
  private final URI address;

  WebhookChannel(URI address) {
    this.address = address;
  }

  @Override
  public String name() {
    return "webhook";
  }

  @Override
  public void tell(AlarmNotice notice) throws IOException {
    HttpRequest request =
        HttpRequest.newBuilder(address)
            .timeout(PATIENCE)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofByteArray(json.writeValueAsBytes(notice.members())))
            .build();
    try {
      int status = client.send(request, BodyHandlers.discarding()).statusCode();
      if (status < 200 || status >= 300) {
        throw new IOException("HTTP " + status);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException();
    }
  }
}
