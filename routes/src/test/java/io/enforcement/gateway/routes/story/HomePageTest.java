package io.enforcement.gateway.routes.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;

/** The page at {@code /}: what came in, what went out, and nothing personal. */
@Story
class HomePageTest {

  private final StoryGateway gateway;

  HomePageTest(StoryGateway gateway) {
    this.gateway = gateway;
  }

  @Test
  void showsRoutesReceiversAndTheLatestMessagesInBothLanguages() throws Exception {
    String message = gateway.housing().sends(Paper.decision()).messageId();

    gateway.eventually(
        () ->
            assertThat(page("zh"))
                .contains("<html lang=\"zh-CN\">", "<th>待转换</th>", "<th>对方退回</th>", "<th>消息号</th>")
                .containsPattern("往来未了结</span> <b>[1-9]")
                .contains("<td>housing</td>", "<td>publicity</td>", "<td>" + message + "</td>"));
    assertThat(page("en"))
        .contains("<html lang=\"en\">", "<th>Waiting</th>", "<th>Refused by receiver</th>")
        .contains("<td>housing</td>", "<td>publicity</td>", "<td>" + message + "</td>");
  }

  private String page(String language) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(gateway.base()).header("Accept-Language", language).build();
    return HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body();
  }
}
