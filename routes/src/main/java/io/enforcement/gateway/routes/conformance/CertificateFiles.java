package io.enforcement.gateway.routes.conformance;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;

/** A certificate as its two files: the page for people bears the digest of the JSON. Immutable. */
public final class CertificateFiles {

  private final Certificate certificate;
  private final Texts texts;
  private final byte[] json;

  private CertificateFiles(Certificate certificate, Texts texts) {
    this.certificate = certificate;
    this.texts = texts;
    json = CertificateJson.of(certificate);
  }

  /** The files of a certificate in its language. */
  public static CertificateFiles of(Certificate certificate, Locale language) {
    return new CertificateFiles(certificate, new Texts(language));
  }

  /** No step failed. */
  public boolean isPassed() {
    return certificate.counts().get("fail") == 0;
  }

  /** The certificate for programs. */
  public String json() {
    return new String(json, StandardCharsets.UTF_8);
  }

  /** The certificate for people. */
  String html() {
    return CertificateHtml.of(certificate, digest(), texts);
  }

  /**
   * Writes {@code conformance-<partner>.json} and {@code .html}, over earlier ones.
   *
   * @throws IOException when the directory cannot be written
   */
  public void writeTo(Path directory) throws IOException {
    Files.createDirectories(directory);
    Files.write(directory.resolve(name() + ".json"), json);
    Files.writeString(directory.resolve(name() + ".html"), html());
  }

  /** What came of it, in one line. */
  public String sum(Path directory) {
    return certificate.partner()
        + ": "
        + texts.of("verdict." + certificate.verdict())
        + " ("
        + texts.of(
            "page.counts.text",
            certificate.counts().get("pass"),
            certificate.counts().get("fail"),
            certificate.counts().get("not_run"))
        + ") "
        + directory.resolve(name() + ".html");
  }

  private String name() {
    return "conformance-" + (certificate.partner().isEmpty() ? "pack" : certificate.partner());
  }

  private String digest() {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(json));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
