package io.enforcement.gateway.routes.pack.check;

import io.enforcement.gateway.routes.partner.PartnerFile;
import io.enforcement.gateway.routes.partner.PartnerFile.Answers;
import io.enforcement.gateway.routes.partner.PartnerFile.Receives;
import io.enforcement.gateway.routes.partner.PartnerFile.Sends;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * One translation that the settings name: of what the partner sends or receives, of what it is
 * asked or answers.
 *
 * @param path of the exchange in the settings, for example {@code sends[0]}
 * @param entry of the exchange that names the translator
 * @param folder of its samples, below the exchange's own where that has several ways
 * @param reads whether the partner's messages become records, rather than records its messages
 * @param records that are written
 * @param fields that the partner may see of them
 */
public record Way(
    String path,
    String entry,
    String exchange,
    String folder,
    boolean reads,
    String translator,
    Map<String, String> format,
    List<String> records,
    List<String> fields) {

  private static final String MAPPING = ".jslt";
  private static final String OURS = "gateway:";

  /** All ways of a partner in the order of its settings. */
  public static List<Way> of(PartnerFile file) {
    List<Way> ways = new ArrayList<>();
    for (Sends sends : file.sends()) {
      String path = "sends[" + ways.size() + "]";
      ways.add(
          reading(
              path, "translator", sends.exchange(), "sends", sends.translator(), sends.format()));
    }
    for (int i = 0; i < file.receives().size(); i++) {
      Receives receives = file.receives().get(i);
      ways.add(
          new Way(
              "receives[" + i + "]",
              "translator",
              receives.exchange(),
              "receives",
              false,
              receives.translator(),
              receives.format(),
              receives.records(),
              receives.fields()));
    }
    for (int i = 0; i < file.answers().size(); i++) {
      Answers answers = file.answers().get(i);
      String path = "answers[" + i + "]";
      ways.add(
          new Way(
              path,
              "request",
              answers.exchange(),
              "request",
              false,
              answers.request(),
              Map.of(),
              List.of("Query"),
              answers.queryFields()));
      ways.add(
          reading(path, "reply", answers.exchange(), "reply", answers.reply(), answers.format()));
    }
    return ways;
  }

  /** Whether the translator is a mapping file, rather than a class of the gateway. */
  boolean isMapping() {
    return translator.endsWith(MAPPING);
  }

  /** Whether the pack itself must have that file. */
  boolean isOwnFile() {
    return isMapping() && !translator.startsWith(OURS);
  }

  private static Way reading(
      String path,
      String entry,
      String exchange,
      String folder,
      String translator,
      Map<String, String> format) {
    return new Way(path, entry, exchange, folder, true, translator, format, List.of(), List.of());
  }
}
