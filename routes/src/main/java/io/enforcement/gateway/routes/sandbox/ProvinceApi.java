package io.enforcement.gateway.routes.sandbox;

import io.enforcement.gateway.routes.sandbox.farside.HttpClients;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The API of the province's gateway, as a person of the province uses it. Any thread. */
final class ProvinceApi {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String STATISTICS = "/api/v1/statistics/";
  private static final String RECONCILIATIONS = "/api/v1/reconciliations";
  private static final Set<String> ENDED = Set.of("CLOSED", "SIGNED_OFF");

  private final HttpClient client = HttpClients.plain();
  private final RunningGateway gateway;

  ProvinceApi(RunningGateway gateway) {
    this.gateway = gateway;
  }

  /** A day of a kind; {@code stated} is 0 as long as nothing was. */
  record Day(String id, String state, long stated) {

    boolean isEnded() {
      return ENDED.contains(state);
    }
  }

  /** The days of a source. */
  List<Day> days(String source) {
    List<Day> days = new ArrayList<>();
    for (JsonNode day : JSON.readTree(get(RECONCILIATIONS + "?source=" + source))) {
      days.add(
          new Day(
              day.path("id").asString(),
              day.path("state").asString(),
              day.path("stated").asLong(0)));
    }
    return days;
  }

  /** The states of the differences of a day; what only came late is none. */
  List<String> differences(Day day) {
    List<String> states = new ArrayList<>();
    for (JsonNode each : JSON.readTree(get(RECONCILIATIONS + "/" + day.id() + "/differences"))) {
      if (!each.path("sort").asString().equals("LATE")) {
        states.add(each.path("state").asString());
      }
    }
    return states;
  }

  /** How much a yearly table counts of a division. */
  long counted(String table, String area, int year) {
    return JSON.readTree(get(STATISTICS + table + of(area, year))).path("total").asLong(0);
  }

  /** A yearly table of a division by body, as a workbook. */
  byte[] workbook(String table, String area, int year) {
    return get(STATISTICS + table + "/workbook" + of(area, year) + "&level=body");
  }

  private static String of(String area, int year) {
    return "?area=%s&from=%d-01-01&to=%d-12-31".formatted(area, year, year);
  }

  private byte[] get(String path) {
    HttpRequest request =
        HttpRequest.newBuilder(gateway.base().resolve(path))
            .timeout(PATIENCE)
            .header("Authorization", "Bearer " + gateway.operatorToken())
            .GET()
            .build();
    try {
      HttpResponse<byte[]> answer = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
      if (answer.statusCode() != 200) {
        throw new IllegalStateException("the province says " + answer.statusCode() + " to " + path);
      }
      return answer.body();
    } catch (IOException e) {
      throw new UncheckedIOException("the province does not answer", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }
}
