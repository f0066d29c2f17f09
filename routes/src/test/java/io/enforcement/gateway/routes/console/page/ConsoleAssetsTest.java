package io.enforcement.gateway.routes.console.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the pages send runs in Chromium 90, asks no other host, and holds no script of its own. */
class ConsoleAssetsTest {

  /** Each came to Chromium after version 90. */
  private static final Pattern TOO_NEW_STYLE =
      Pattern.compile(
          "color-mix\\(|:has\\(|@layer|@container|@scope|@starting-style|accent-color|subgrid"
              + "|light-dark\\(|oklch\\(|oklab\\(|text-wrap\\s*:|[0-9](dvh|svh|lvh|cqw|cqi)\\b"
              + "|[{;]\\s*(translate|rotate|scale)\\s*:|[{;}]\\s*&");

  private static final Pattern TOO_NEW_SCRIPT =
      Pattern.compile(
          "structuredClone\\(|Object\\.hasOwn\\(|\\.findLast|\\.toSorted\\(|\\.toReversed\\("
              + "|Object\\.groupBy|\\.at\\(-");

  private static final Pattern OUTSIDE =
      Pattern.compile("(url\\(|src=|href=|action=|import )[\"']?(https?:)?//");

  private static final Pattern INLINE =
      Pattern.compile("<script(?![^>]*src=)|<style|\\sstyle=|\\son[a-z]+=|th:style|hx-on|th:utext");

  @Test
  void stylesAndScriptsAreOldEnough() throws IOException {
    Map<String, String> assets = ConsoleFiles.assets();
    assertThat(assets)
        .containsKeys(
            "console.css",
            "console.js",
            "icons.svg",
            "icon.svg",
            "bootstrap.min.css",
            "htmx.min.js");
    assets.forEach(
        (name, text) -> {
          if (name.endsWith(".css")) {
            assertThat(text).as(name).doesNotContainPattern(TOO_NEW_STYLE);
          }
          if (name.endsWith(".js")) {
            assertThat(text).as(name).doesNotContainPattern(TOO_NEW_SCRIPT);
          }
        });
  }

  @Test
  void nothingComesFromAnotherHost() throws IOException {
    ConsoleFiles.assets()
        .forEach((name, text) -> assertThat(text).as(name).doesNotContainPattern(OUTSIDE));
    ConsoleFiles.templates()
        .forEach((name, text) -> assertThat(text).as(name).doesNotContainPattern(OUTSIDE));
  }

  @Test
  void templatesHoldNoScriptNoStyleAndNothingUnescaped() throws IOException {
    ConsoleFiles.templates()
        .forEach((name, text) -> assertThat(text).as(name).doesNotContainPattern(INLINE));
  }

  @Test
  void everyPictureThatIsNamedIsThere() throws IOException {
    String icons = ConsoleFiles.assets().get("icons.svg");
    ConsoleFiles.templates()
        .values()
        .forEach(
            template ->
                Pattern.compile("icons\\.svg#([a-z]+)\"")
                    .matcher(template)
                    .results()
                    .forEach(
                        named ->
                            assertThat(icons).contains("<symbol id=\"" + named.group(1) + "\"")));
    for (String tone : new String[] {"good", "bad", "warn", "doubt", "busy", "still"}) {
      assertThat(icons).contains("<symbol id=\"" + tone + "\"");
    }
  }
}
