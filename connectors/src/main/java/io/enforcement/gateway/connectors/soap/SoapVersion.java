package io.enforcement.gateway.connectors.soap;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The two versions of SOAP that are in use. */
public enum SoapVersion {
  /** SOAP 1.1 (W3C Note of 2000). */
  V1_1("http://schemas.xmlsoap.org/soap/envelope/", "text/xml"),
  /** SOAP 1.2 (W3C Recommendation, second edition of 2007). */
  V1_2("http://www.w3.org/2003/05/soap-envelope", "application/soap+xml");

  private final String namespace;
  private final String mediaType;

  SoapVersion(String namespace, String mediaType) {
    this.namespace = namespace;
    this.mediaType = mediaType;
  }

  /** Namespace of the envelope: this, not the HTTP header, tells the version. */
  public String namespace() {
    return namespace;
  }

  /** The HTTP header {@code Content-Type} of requests and answers. */
  public String contentType() {
    return mediaType + "; charset=UTF-8";
  }

  /**
   * The version that an HTTP header {@code Content-Type} promises; 1.1 when it promises none. For
   * an answer to what could not be read: an envelope tells its version itself.
   *
   * @param contentType the header, or null
   */
  public static SoapVersion promisedBy(String contentType) {
    boolean modern =
        contentType != null && contentType.toLowerCase(Locale.ROOT).startsWith(V1_2.mediaType);
    return modern ? V1_2 : V1_1;
  }

  static Optional<SoapVersion> ofNamespace(String namespace) {
    return Arrays.stream(values()).filter(v -> v.namespace.equals(namespace)).findFirst();
  }
}
