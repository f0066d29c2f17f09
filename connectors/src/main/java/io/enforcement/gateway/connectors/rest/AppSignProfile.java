package io.enforcement.gateway.connectors.rest;

import io.enforcement.gateway.connectors.Secret;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.List;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.NameValuePair;
import org.apache.hc.core5.http.message.BasicNameValuePair;

/**
 * The habit of older platforms: AppKey, time in China and MD5 over AppKey, secret and time, as
 * fields. MD5 is broken and nothing of the document is bound: only for partners that cannot do
 * better, and over TLS.
 */
record AppSignProfile(Fields names, String appKey, Secret secret, Clock clock)
    implements RequestProfile {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyyMMddHHmmss").withZone(ZoneId.of("Asia/Shanghai"));

  /** What the platform calls the three fields. */
  record Fields(String appKey, String time, String sign) {}

  @Override
  public List<NameValuePair> fields() {
    String time = TIME.format(clock.instant());
    return List.of(
        new BasicNameValuePair(names.appKey, appKey),
        new BasicNameValuePair(names.time, time),
        new BasicNameValuePair(names.sign, md5(appKey + secret.reveal() + time)));
  }

  @Override
  public Proof prove(HttpRequest request, URI uri, byte[] body) {
    return Proof.LASTING;
  }

  private static String md5(String text) {
    try {
      MessageDigest md5 = MessageDigest.getInstance("MD5");
      return HexFormat.of().formatHex(md5.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has MD5", e);
    }
  }
}
