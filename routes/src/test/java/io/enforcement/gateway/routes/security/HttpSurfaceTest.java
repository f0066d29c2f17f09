package io.enforcement.gateway.routes.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;

@SecuritySlice
@ExtendWith(OutputCaptureExtension.class)
class HttpSurfaceTest {

  @LocalServerPort int port;

  @Value("${local.management.port}")
  int managementPort;

  @Autowired People people;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/actuator",
        "/actuator/health",
        "/actuator/env",
        "/error",
        "/login",
        "/logout",
        "/swagger-ui/index.html",
        "/h2-console",
        "/api/v1",
        "/api/v2/exchanges/x",
        "/nothing-4711"
      })
  void whatIsNotOursIsNotThere(String path) throws Exception {
    for (String method : new String[] {"GET", "POST", "DELETE"}) {
      var answer = Caller.to(port, method, path).send();
      assertThat(answer.statusCode()).as(method + " " + path).isEqualTo(404);
      isProblem(answer, "not-found");
      assertThat(answer.body()).doesNotContain("4711");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "/actuator/health, 200", "/actuator/health/readiness, 200", "/actuator/env, 404",
    "/actuator, 404", "/api/v1/totals, 401", "/api/v1/partners, 401",
    "/nothing, 404"
  })
  void theManagementPortShowsHealthOnly(String path, int status) throws Exception {
    assertThat(Caller.to(managementPort, "GET", path).send().statusCode()).isEqualTo(status);
  }

  @Test
  void thePublicPageIsThereForReadingOnly() throws Exception {
    assertThat(Caller.to(port, "GET", "/").send().body()).isEqualTo("counts");
    assertThat(Caller.to(port, "POST", "/").send().statusCode()).isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/nothing", "/api/v1/totals", "/api/v1/messages/1"})
  void everyAnswerCarriesTheStrictHeadersAndNoCookie(String path) throws Exception {
    var headers = Caller.to(port, "GET", path).send().headers();
    assertThat(headers.firstValue("Content-Security-Policy").orElse(""))
        .contains("default-src 'self'", "frame-ancestors 'none'")
        .doesNotContain("unsafe");
    assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
    assertThat(headers.firstValue("X-Frame-Options")).contains("DENY");
    assertThat(headers.firstValue("Referrer-Policy")).contains("no-referrer");
    assertThat(headers.firstValue("Set-Cookie")).isEmpty();
    assertThat(headers.firstValue("Server")).isEmpty();
    assertThat(headers.allValues("X-Correlation-Id")).hasSize(1);
  }

  @Test
  void theCorrelationIdIsOursAndInHeaderAndBodyAlike() throws Exception {
    var answer =
        Caller.to(port, "GET", "/api/v1/totals").header("X-Correlation-Id", "forged").send();
    String id = answer.headers().firstValue("X-Correlation-Id").orElseThrow();
    assertThat(id).matches("[a-z0-9]{12}").isNotEqualTo("forged");
    assertThat(answer.body()).contains("\"correlationId\":\"" + id + "\"");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "zh-CN                | 无法确认发送方",
        "en                   | The sender is not known",
        "en-GB;q=0.5, zh      | 无法确认发送方",
        "fr, en;q=0.3         | The sender is not known",
        "fr                   | 无法确认发送方",
        "*                    | 无法确认发送方"
      })
  void answersInTheLanguageOfTheCaller(String languages, String title) throws Exception {
    var answer =
        Caller.to(port, "GET", "/api/v1/totals").header("Accept-Language", languages).send();
    assertThat(answer.body()).contains(title);
  }

  @Test
  void answersInChineseWhenNoLanguageIsNamed() throws Exception {
    var answer = Caller.to(port, "GET", "/api/v1/totals").send();
    assertThat(answer.body()).contains("无法确认发送方");
    assertThat(answer.headers().firstValue("Content-Language")).contains("zh-CN");
  }

  @Test
  void aRefusedMessageNamesItsFirstFindingAndAllOfThem() throws Exception {
    var answer = exchange("refused").header("Accept-Language", "en").send();
    assertThat(answer.statusCode()).isEqualTo(400);
    isProblem(answer, "malformed");
    assertThat(answer.body())
        .contains(
            "\"path\":\"parties[0].uscc\"",
            "\"expected\":\"A body of at most 7 bytes\"",
            "\"fix\":\"Split the message",
            "\"findings\":[{",
            "\"severity\":\"WARNING\"",
            "\"valueClass\":\"18 characters\"");
  }

  @Test
  void tooManyMessagesSayWhenToComeAgain() throws Exception {
    var answer = exchange("too-many").send();
    assertThat(answer.statusCode()).isEqualTo(429);
    assertThat(answer.headers().firstValue("Retry-After")).contains("2");
  }

  @Test
  void aFailureOfOursIsOneLineInTheLogWithoutItsMessage(CapturedOutput log) throws Exception {
    var answer = exchange("broken").send();
    isProblem(answer, "internal");
    String id = answer.headers().firstValue("X-Correlation-Id").orElseThrow();
    assertThat(answer.body()).contains(id).doesNotContain("4711", "Exception");
    assertThat(log.getAll().lines().filter(line -> line.contains(id)))
        .singleElement()
        .asString()
        .contains("ERROR", "IllegalStateException", "SliceControllers");
    assertThat(log.getAll()).doesNotContain("4711");
  }

  @Test
  void frameworkRefusalsAreOursToo() throws Exception {
    String admin = people.add("test", "a" + System.nanoTime(), Role.SECURITY_ADMINISTRATOR).token();
    String path = "/api/v1/people";
    var wrongType = Caller.to(port, "POST", path).bearer(admin).body("x").send();
    isProblem(wrongType, "wrong-type");
    Caller json = Caller.to(port, "POST", path).bearer(admin);
    var unreadable = json.header("Content-Type", "application/json").body("{\"value-4711").send();
    isProblem(unreadable, "malformed");
    assertThat(unreadable.body()).doesNotContain("4711");
    var put = Caller.to(port, "PUT", path).bearer(admin).send();
    isProblem(put, "method-not-allowed");
    assertThat(put.headers().firstValue("Allow")).isPresent();
    var csv = Caller.to(port, "GET", path).bearer(admin).header("Accept", "text/csv").send();
    isProblem(csv, "not-acceptable");
    isProblem(Caller.to(port, "GET", path + "/x/y").bearer(admin).send(), "not-found");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/v1/people/..;/totals",
        "/api/v1/exchanges/%2e%2e/totals",
        "/api/v1//totals",
        "/api/v1/totals;a=b",
        "/api/v1/exchanges/a%2Fb",
        "/api/v1/exchanges/a%00"
      })
  void refusesTrickyPaths(String path) throws Exception {
    assertThat(raw("GET " + path + " HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"))
        .startsWith("HTTP/1.1 40")
        .contains("application/problem+json")
        .doesNotContain("<html", "Exception");
  }

  @ParameterizedTest
  @CsvSource({
    "'GET /a b HTTP/1.1\r\nHost: a\r\n\r\n', 400",
    "'GET /<x> HTTP/1.1\r\nHost: a\r\n\r\n', 400",
    "'TRACE / HTTP/1.1\r\nHost: a\r\n\r\n', 40",
    "'GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n', 400",
    "'POST /api/v1/exchanges/x HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n', 400"
  })
  void theContainersOwnRefusalsLeakNothing(String request, String status) throws Exception {
    assertThat(raw(request))
        .startsWith("HTTP/1.1 " + status)
        .doesNotContain("<html", "<!doctype", "Tomcat", "Exception");
  }

  @Test
  void headersAboveTheLimitGetTheirCode() throws Exception {
    assertThat(raw("GET / HTTP/1.1\r\nHost: a\r\nX: " + "x".repeat(20_000) + "\r\n\r\n"))
        .startsWith("HTTP/1.1 4")
        .doesNotContain("<html", "Tomcat", "Exception");
  }

  private Caller exchange(String name) {
    return Caller.to(port, "POST", "/api/v1/exchanges/" + name)
        .signed("housing", SliceApplication.PARTNERS.get("housing"));
  }

  private String raw(String request) throws IOException {
    try (Socket socket = new Socket("127.0.0.1", port)) {
      socket.setSoTimeout(10_000);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      socket.shutdownOutput();
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static void isProblem(HttpResponse<String> answer, String code) {
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
    assertThat(answer.body())
        .contains("\"type\":\"urn:enforcement:problem:" + code + "\"", "\"code\":\"" + code + "\"")
        .contains("\"status\":" + answer.statusCode());
  }
}
