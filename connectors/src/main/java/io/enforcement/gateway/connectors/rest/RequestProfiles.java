package io.enforcement.gateway.connectors.rest;

import io.enforcement.gateway.connectors.ConnectorSettings;
import io.enforcement.gateway.connectors.http.HttpSettings;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import org.apache.hc.core5.util.TextUtils;
import tools.jackson.core.JsonPointer;

/**
 * The profiles by the word in the setting {@code profile}. What partners call headers and fields
 * differs from place to place, so every name is a setting with the usual name as its default.
 */
final class RequestProfiles {

  private static final RequestProfile NONE = (request, uri, body) -> RequestProfile.Proof.LASTING;

  private final ConnectorSettings settings;
  private final HttpSettings http;
  private final RefreshService.Sender sender;
  private final Clock clock;

  private RequestProfiles(
      ConnectorSettings settings, HttpSettings http, RefreshService.Sender sender, Clock clock) {
    this.settings = settings;
    this.http = http;
    this.sender = sender;
    this.clock = clock;
  }

  /**
   * @param sender for a profile that has to ask the partner for something first
   * @throws IllegalArgumentException when the profile is unknown or a setting of it is missing
   */
  static RequestProfile of(
      ConnectorSettings settings, HttpSettings http, RefreshService.Sender sender, Clock clock) {
    RequestProfiles profiles = new RequestProfiles(settings, http, sender, clock);
    String unnamed = settings.optional("credentials").isPresent() ? "gateway" : "none";
    String profile = settings.optional("profile").orElse(unnamed);
    return switch (profile) {
      case "gateway" -> profiles.gateway();
      case "sharing-platform" -> profiles.sharingPlatform();
      case "provincial" -> profiles.provincial();
      case "app-sign" -> profiles.appSign();
      case "none" -> NONE;
      default ->
          throw settings.wrong(
              "profile",
              "is not one of gateway, sharing-platform, provincial, app-sign, none",
              null);
    };
  }

  private RequestProfile gateway() {
    return new GatewayProfile(
        new GatewayProfile.Headers(
            name("app-key-header", "X-App-Key"),
            name("timestamp-header", "X-Timestamp"),
            name("nonce-header", "X-Nonce"),
            name("signature-header", "X-Signature")),
        settings.optional("app-key").orElse("enforcement-gateway"),
        settings.secret("credentials"),
        clock);
  }

  private RequestProfile provincial() {
    return new ProvincialProfile(
        new ProvincialProfile.Headers(
            name("paasid-header", "x-tif-paasid"),
            name("timestamp-header", "x-tif-timestamp"),
            name("nonce-header", "x-tif-nonce"),
            name("signature-header", "x-tif-signature")),
        settings.required("paasid"),
        settings.secret("credentials"),
        clock);
  }

  private RequestProfile appSign() {
    return new AppSignProfile(
        new AppSignProfile.Fields(
            name("app-key-field", "appKey"),
            name("time-field", "requestTime"),
            name("sign-field", "sign")),
        settings.required("app-key"),
        settings.secret("credentials"),
        clock);
  }

  private RequestProfile sharingPlatform() {
    SharingPlatformProfile.Caller caller =
        new SharingPlatformProfile.Caller(
            new SharingPlatformProfile.Headers(
                name("rid-header", "gjgxjhpt_rid"),
                name("sid-header", "gjgxjhpt_sid"),
                name("rtime-header", "gjgxjhpt_rtime"),
                name("sign-header", "gjgxjhpt_sign")),
            settings.required("rid"),
            settings.required("sid"),
            clock);
    RefreshService.Answer answer =
        new RefreshService.Answer(
            pointer("refresh-secret", "/data/secret"),
            pointer("refresh-end", "/data/secretEndTime"),
            settings.duration("refresh-lifetime", Duration.ofMinutes(10)),
            settings.optional("refresh-sealed").map(Boolean::parseBoolean).orElse(false));
    RefreshService service =
        new RefreshService(
            URI.create(http.address(settings.required("refresh-path"))),
            caller,
            settings.secret("credentials"),
            answer,
            sender,
            clock);
    return new SharingPlatformProfile(caller, new ShortLivedSecret(service, clock));
  }

  private JsonPointer pointer(String setting, String usual) {
    try {
      return JsonPointer.compile(settings.optional(setting).orElse(usual));
    } catch (IllegalArgumentException e) {
      throw settings.wrong(setting, "is not a JSON pointer, like " + usual, e);
    }
  }

  private String name(String setting, String usual) {
    String name = settings.optional(setting).orElse(usual);
    if (!TextUtils.isAllASCII(name)
        || !name.chars().allMatch(c -> Character.isLetterOrDigit(c) || c == '-' || c == '_')) {
      throw settings.wrong(setting, "is not a name of A-Z a-z 0-9 - _", null);
    }
    return name;
  }
}
