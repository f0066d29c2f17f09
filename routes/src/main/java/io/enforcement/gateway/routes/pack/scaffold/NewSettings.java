package io.enforcement.gateway.routes.pack.scaffold;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/** The {@code partner.yaml} of a pack that is begun, with what each entry means. */
final class NewSettings {

  /** What a receiver is given before anybody has decided. */
  static final List<String> PERMITTED = List.of("public");

  private static final JsonMapper QUOTES = JsonMapper.builder().build();
  private static final Map<String, String> EFFECTS =
      Map.of("outbox", "A", "amqp", "A", "frontdb", "D", "sftp", "E", "filedrop", "E");

  private NewSettings() {}

  static String of(String id, String name, List<NewExchange> exchanges) {
    StringBuilder yaml = new StringBuilder();
    yaml.append(
        """
        # Data only: no addresses, no secrets. Addresses stand in the site's gateway.yaml under
        # gateway.partners.%1$s.settings, the secret in <data-dir>/secrets/%1$s.
        # 只写数据，不写地址和密钥：地址写在 gateway.yaml 的 gateway.partners.%1$s.settings，密钥放在 <数据目录>/secrets/%1$s。
        partner: %1$s
        name: { zh: %2$s, en: %2$s }
        # name of the secret / 密钥的名称
        credentials: %1$s
        # whom to call: an office, not a person / 联系单位，不写个人
        # contacts:
        #   - { office: 信息中心值班室, phone: "0951-1234567", email: duty@example.org }
        """
            .formatted(id, QUOTES.writeValueAsString(name)));
    list(
        yaml,
        id,
        "# what the partner sends / 对方报送\nsends:\n",
        exchanges.stream().filter(NewExchange::sends).toList());
    list(
        yaml,
        id,
        "# what the partner receives / 对方接收\nreceives:\n",
        exchanges.stream().filter(exchange -> !exchange.sends()).toList());
    yaml.append(
        """
        # how much it may send in a second / 每秒最多报送条数
        quota: { messagesPerSecond: 50 }
        """);
    exchanges.stream()
        .filter(NewExchange::sends)
        .findFirst()
        .ifPresent(
            sent ->
                yaml.append(
                    """
                    # data by when; whoever is late is seen / 约定的报送时间，逾期提醒
                    # expectations:
                    #   - { exchange: %s, every: workday, by: "18:00" }
                    # how long bodies are kept, else as the site says / 报文保存期限
                    # retention: P180D
                    """
                        .formatted(sent.name())));
    return yaml.toString();
  }

  /** The form of the exchange's messages. */
  static Map<String, String> format(String id, NewExchange exchange) {
    if (exchange.isTable()) {
      return Map.of("type", "csv", "header", exchange.columns());
    }
    if (!exchange.isXml()) {
      return Map.of("type", "json");
    }
    Map<String, String> format =
        new TreeMap<>(Map.of("type", "xml", "element", exchange.element()));
    if (exchange.isOrdered()) {
      format.put("header", exchange.columns());
    }
    if (exchange.ofSoap() && !exchange.sends()) {
      format.put("namespace", namespace(id));
    }
    return format;
  }

  /** What is agreed with the partner in place of this. */
  static String namespace(String id) {
    return "urn:example:" + id;
  }

  private static void list(
      StringBuilder yaml, String id, String heading, List<NewExchange> exchanges) {
    if (!exchanges.isEmpty()) {
      yaml.append(heading);
      exchanges.forEach(exchange -> yaml.append(entry(id, exchange)));
    }
  }

  private static String entry(String id, NewExchange exchange) {
    StringBuilder entry = new StringBuilder();
    line(entry, "- exchange: " + exchange.name());
    line(entry, "  via: " + exchange.via());
    if (exchange.sends()) {
      line(entry, "  accepts: [" + exchange.mediaType() + "]");
    } else {
      line(entry, "  records: [" + exchange.record() + "]");
      line(entry, "  # the law or document that entitles it, and what for / 依据和用途");
      line(entry, "  basis: 待填（法律、规章或文件）");
      line(entry, "  purpose: 待填（用途）");
      line(entry, "  # what it may see: public, and fields beyond by their path / 可见字段");
      line(entry, "  fields: " + PERMITTED);
      line(entry, "  # which of them: properties of the record / 订阅条件");
      line(entry, "  # selector: \"region = '640106'\"");
      line(entry, "  # A deduplicates, B can be asked, C neither, D shares a database, E files");
      line(entry, "  effect: " + EFFECTS.getOrDefault(exchange.via(), "C"));
      line(entry, "  contentType: " + exchange.mediaType());
      line(entry, "  # waits between attempts / 重试间隔");
      line(entry, "  retry: [PT5S, PT30S, PT2M, PT10M, PT1H]");
    }
    line(entry, "  format: " + map(format(id, exchange)));
    line(entry, "  translator: " + exchange.mapping());
    Map<String, String> settings = settings(id, exchange);
    if (!settings.isEmpty()) {
      line(entry, "  settings: " + map(settings));
    }
    return entry.toString();
  }

  private static Map<String, String> settings(String id, NewExchange exchange) {
    if (exchange.ofSoap()) {
      return Map.of("operation", exchange.element(), "namespace", namespace(id));
    }
    if (exchange.ofFiles() && exchange.sends()) {
      return Map.of("directory", "out", "done", "done", "refused", "refused", "poll", "PT1M");
    }
    if (exchange.ofFiles()) {
      return Map.of("directory", "in", "extension", exchange.format());
    }
    if (exchange.ofDatabase() && exchange.sends()) {
      String table = exchange.name().replace('-', '_');
      return Map.of(
          "table", table, "key-column", "ROW_ID", "flag-column", "READ_FLAG", "poll", "PT10S");
    }
    return Map.of();
  }

  private static String map(Map<String, String> map) {
    return new TreeMap<>(map)
        .entrySet().stream()
            .map(entry -> entry.getKey() + ": " + quoted(entry.getValue()))
            .collect(Collectors.joining(", ", "{ ", " }"));
  }

  /** A colon would end the word. */
  private static String quoted(String value) {
    return value.indexOf(':') < 0 ? value : '"' + value + '"';
  }

  private static void line(StringBuilder text, String line) {
    text.append("  ").append(line).append('\n');
  }
}
