package io.enforcement.gateway.routes.conformance;

import java.nio.charset.StandardCharsets;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The certificate for programs: the same certificate, the same bytes. */
final class CertificateJson {

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private CertificateJson() {}

  static byte[] of(Certificate certificate) {
    String text = JSON.writeValueAsString(certificate).replace("\r\n", "\n");
    return (text + "\n").getBytes(StandardCharsets.UTF_8);
  }
}
