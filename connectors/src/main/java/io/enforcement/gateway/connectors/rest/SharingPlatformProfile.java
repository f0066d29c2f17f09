package io.enforcement.gateway.connectors.rest;

import io.enforcement.gateway.connectors.Secret;
import java.net.URI;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.hc.core5.http.HttpRequest;

/**
 * The national data sharing platform's profile: {@link SharingPlatformSignature} in four headers,
 * made with a secret that lives for a short time only.
 */
record SharingPlatformProfile(Caller caller, ShortLivedSecret secret) implements RequestProfile {

  private static final int UNAUTHORIZED = 401;

  /** What the platform calls the four headers. */
  record Headers(String rid, String sid, String rtime, String sign) {}

  /**
   * Who calls which service.
   *
   * @param rid our id as requester
   * @param sid id of the service
   */
  record Caller(Headers headers, String rid, String sid, Clock clock) {

    /** The four values by the names of their headers, signed at this moment. */
    Map<String, String> signed(Secret secret) {
      String rtime = Long.toString(clock.millis());
      Map<String, String> values = new LinkedHashMap<>();
      values.put(headers.rid, rid);
      values.put(headers.sid, sid);
      values.put(headers.rtime, rtime);
      values.put(headers.sign, SharingPlatformSignature.sign(secret, sid, rid, rtime));
      return values;
    }
  }

  @Override
  public Proof prove(HttpRequest request, URI uri, byte[] body) throws NotSent {
    ShortLivedSecret.Held held = secret.current();
    caller.signed(held.value()).forEach(request::setHeader);
    return status -> {
      if (status != UNAUTHORIZED) {
        held.hasWorked();
        return false;
      }
      return secret.turnedDown(held);
    };
  }
}
