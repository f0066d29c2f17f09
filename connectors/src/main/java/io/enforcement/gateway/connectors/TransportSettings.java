package io.enforcement.gateway.connectors;

import static io.enforcement.gateway.connectors.TransportSetting.of;
import static io.enforcement.gateway.connectors.TransportSetting.word;

import io.enforcement.gateway.connectors.TransportSetting.Form;
import java.util.List;
import java.util.stream.Stream;

/**
 * The settings of every transport, so that all that is missing or wrong can be told at once, and
 * before anything is opened. The transports themselves read them one by one, and go by the same
 * names.
 */
public final class TransportSettings {

  private static final List<TransportSetting> TIMES =
      List.of(of("connect-timeout", Form.DURATION), of("request-timeout", Form.DURATION));

  private static final List<TransportSetting> HTTP =
      both(
          TIMES,
          of("endpoint", Form.HTTP_ADDRESS).needed(),
          of("path", Form.TEXT),
          of("busy-status", Form.TEXT),
          of("allowed", Form.TEXT),
          of("allow-loopback", Form.TRUTH),
          of("tls-keystore", Form.TEXT),
          of("tls-keystore-password", Form.SECRET_NAME).neededWith("tls-keystore"),
          of("tls-truststore", Form.TEXT),
          of("tls-truststore-password", Form.SECRET_NAME).neededWith("tls-truststore"));

  private static final List<TransportSetting> OWN_PROOF =
      List.of(
          of("app-key-header", Form.TEXT),
          of("timestamp-header", Form.TEXT),
          of("nonce-header", Form.TEXT),
          of("signature-header", Form.TEXT));

  private static final TransportSetting ACCEPTED = of("accepted", Form.TEXT);

  private static final List<TransportSetting> REST =
      both(
          both(HTTP, OWN_PROOF),
          ACCEPTED,
          word("method", "POST", "PUT"),
          of("content-type", Form.TEXT),
          of("ask-path", Form.TEXT),
          word("body", "document", "form"),
          of("form-field", Form.TEXT).neededWith("body", "form"),
          of("form.*", Form.TEXT),
          word("charset", "UTF-8", "GB18030"),
          word("profile", "gateway", "sharing-platform", "provincial", "app-sign", "none"),
          of("credentials", Form.SECRET_NAME)
              .neededWith("profile", "gateway", "sharing-platform", "provincial", "app-sign"),
          of("app-key", Form.TEXT).neededWith("profile", "app-sign"),
          of("paasid", Form.TEXT).neededWith("profile", "provincial"),
          of("rid", Form.TEXT).neededWith("profile", "sharing-platform"),
          of("sid", Form.TEXT).neededWith("profile", "sharing-platform"),
          of("refresh-path", Form.TEXT).neededWith("profile", "sharing-platform"),
          of("refresh-secret", Form.TEXT),
          of("refresh-end", Form.TEXT),
          of("refresh-lifetime", Form.DURATION),
          of("refresh-sealed", Form.TRUTH),
          of("paasid-header", Form.TEXT),
          of("rid-header", Form.TEXT),
          of("sid-header", Form.TEXT),
          of("rtime-header", Form.TEXT),
          of("sign-header", Form.TEXT),
          of("app-key-field", Form.TEXT),
          of("time-field", Form.TEXT),
          of("sign-field", Form.TEXT));

  private static final List<TransportSetting> OUTBOX =
      both(
          both(HTTP, OWN_PROOF),
          word("profile", "gateway", "none"),
          of("credentials", Form.SECRET_NAME).neededWith("profile", "gateway"),
          of("app-key", Form.TEXT),
          of("max-bytes", Form.NUMBER));

  private static final List<TransportSetting> SOAP =
      both(
          HTTP,
          ACCEPTED,
          of("namespace", Form.TEXT).needed(),
          of("operation", Form.TEXT).needed(),
          word("version", "1.1", "1.2"),
          of("soap-action", Form.TEXT),
          of("reason", Form.TEXT),
          word("auth", "none", "basic", "username-token"),
          of("user", Form.TEXT).neededWith("auth", "basic", "username-token"),
          of("credentials", Form.SECRET_NAME).neededWith("auth", "basic", "username-token"),
          word("envelope", "payload", "exchange-message"),
          of("sender", Form.TEXT).neededWith("envelope", "exchange-message"),
          of("receiver", Form.TEXT).neededWith("envelope", "exchange-message"),
          of("flow", Form.TEXT).neededWith("envelope", "exchange-message"),
          of("item", Form.TEXT).neededWith("envelope", "exchange-message"),
          of("cc", Form.TEXT),
          of("security-type", Form.TEXT),
          of("operator", Form.TEXT),
          of("contacts", Form.TEXT),
          of("ask-operation", Form.TEXT),
          of("ask-soap-action", Form.TEXT),
          of("found", Form.TEXT),
          of("not-found", Form.TEXT));

  private static final List<TransportSetting> SFTP =
      both(
          TIMES,
          of("host", Form.TEXT).needed(),
          of("port", Form.NUMBER),
          of("user", Form.TEXT).needed(),
          of("credentials", Form.SECRET_NAME).needed(),
          of("host-key-fingerprint", Form.FINGERPRINTS).needed());

  private static final List<TransportSetting> FOLDER = List.of(of("root", Form.TEXT).needed());

  private static final List<TransportSetting> LEAVING =
      List.of(
          of("directory", Form.TEXT).needed(), of("extension", Form.TEXT), of("done", Form.TEXT));

  private static final List<TransportSetting> COLLECTING =
      List.of(
          of("directory", Form.TEXT).needed(),
          of("done", Form.TEXT),
          of("conflict", Form.TEXT),
          of("refused", Form.TEXT),
          of("max-bytes", Form.NUMBER),
          word("ready", "digest", "stable"),
          of("stable-for", Form.DURATION));

  private static final List<TransportSetting> DATABASE =
      both(
          TIMES,
          of("url", Form.DATABASE_ADDRESS).needed(),
          of("user", Form.TEXT).needed(),
          of("credentials", Form.SECRET_NAME).needed(),
          of("pool-size", Form.NUMBER),
          of("zone", Form.TEXT),
          of("table.*", Form.DATABASE_NAME));

  private static final List<TransportSetting> WRITING =
      List.of(
          of("ledger", Form.DATABASE_NAME),
          of("cd-id", Form.DATABASE_NAME),
          of("cd-time", Form.DATABASE_NAME),
          of("cd-source", Form.DATABASE_NAME),
          of("source-code", Form.TEXT).neededWith("cd-source"),
          of("cd-batch", Form.DATABASE_NAME),
          of("cd-operation", Form.DATABASE_NAME),
          of("batch-counter", Form.DATABASE_NAME),
          of("batch-digits", Form.NUMBER));

  private static final List<TransportSetting> READING =
      List.of(
          of("table", Form.DATABASE_NAME).needed(),
          of("key-column", Form.DATABASE_NAME).needed(),
          of("flag-column", Form.DATABASE_NAME).needed(),
          of("unread", Form.TEXT),
          of("taken", Form.TEXT),
          of("conflict", Form.TEXT),
          of("refused", Form.TEXT),
          of("max-rows", Form.NUMBER),
          of("group-by", Form.DATABASE_NAME),
          of("batch-table", Form.DATABASE_NAME).neededWith("group-by"),
          of("batch-column", Form.DATABASE_NAME),
          of("count-column", Form.DATABASE_NAME));

  private static final List<TransportSetting> JMS =
      both(
          TIMES,
          of("broker", Form.BROKER_ADDRESS).needed(),
          word("protocol", "core", "amqp"),
          of("queue", Form.QUEUE).needed(),
          of("user", Form.TEXT),
          of("credentials", Form.SECRET_NAME).neededWith("user"),
          of("key-store", Form.TEXT),
          of("key-store-password", Form.SECRET_NAME).neededWith("key-store"),
          of("trust-store", Form.TEXT),
          of("trust-store-password", Form.SECRET_NAME).neededWith("trust-store"),
          of("allowed", Form.TEXT));

  private static final List<TransportSetting> SENDING =
      List.of(word("message", "bytes", "text"), of("content-type", Form.TEXT));

  private static final List<TransportSetting> TAKING =
      List.of(of("aside", Form.QUEUE).needed(), of("max-bytes", Form.NUMBER));

  private TransportSettings() {}

  /** The settings of a transport over which we bring; none for a word that is not known. */
  public static List<TransportSetting> bringing(String via) {
    return switch (via) {
      case "rest" -> REST;
      case "soap" -> SOAP;
      case "sftp" -> both(SFTP, LEAVING);
      case "filedrop" -> both(FOLDER, LEAVING);
      case "frontdb" -> both(DATABASE, WRITING);
      case "jms" -> both(JMS, SENDING);
      default -> List.of();
    };
  }

  /** The settings of a transport over which we fetch; none for a word that is not known. */
  public static List<TransportSetting> fetching(String via) {
    return switch (via) {
      case "sftp" -> both(SFTP, COLLECTING);
      case "filedrop" -> both(FOLDER, COLLECTING);
      case "frontdb" -> both(DATABASE, READING);
      case "jms" -> both(JMS, TAKING);
      case "rest-poll" -> OUTBOX;
      default -> List.of();
    };
  }

  /** The settings of a transport over which we ask; none for a word that is not known. */
  public static List<TransportSetting> asking(String via) {
    return via.equals("rest") ? REST : List.of();
  }

  private static List<TransportSetting> both(
      List<TransportSetting> some, List<TransportSetting> others) {
    return Stream.concat(some.stream(), others.stream()).toList();
  }

  private static List<TransportSetting> both(
      List<TransportSetting> some, TransportSetting... others) {
    return both(some, List.of(others));
  }
}
