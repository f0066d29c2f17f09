package io.enforcement.gateway.routes.conformance;

import io.enforcement.gateway.routes.pack.check.Way;
import io.enforcement.gateway.routes.partner.OfflinePartner;
import io.enforcement.gateway.routes.partner.PackFiles;
import io.enforcement.gateway.routes.partner.PartnerFile;
import io.enforcement.gateway.routes.security.CallerProof;
import java.util.List;

/**
 * The partner that climbs.
 *
 * @param pack its files, with samples
 * @param own those of them that are the site's own; none for a partner as the gateway brings it
 * @param shipped whether it comes with the gateway
 */
public record Candidate(PackFiles pack, PackFiles own, boolean shipped) {

  private static final String SAMPLES = "samples/";

  /** A site's own pack. */
  public static Candidate of(PackFiles pack) {
    return new Candidate(pack, pack, false);
  }

  /** The same partner with files of a site before its own. */
  public Candidate amended(PackFiles amendment) {
    PackFiles files = pack;
    for (String name : amendment.names()) {
      files = files.with(name, amendment.bytes(name).orElseThrow());
    }
    return new Candidate(files, amendment, shipped);
  }

  /** Its id; the settings must be sound. */
  public String id() {
    return file().partner();
  }

  /**
   * Its settings.
   *
   * @throws IllegalArgumentException when there are none, or they are wrong
   */
  PartnerFile file() {
    return offline().file();
  }

  /** Whether the certificate of its connection says who it is. */
  boolean isKnownByCertificate() {
    return file().authentication() == CallerProof.MUTUAL_TLS;
  }

  OfflinePartner offline() {
    return OfflinePartner.of(pack);
  }

  List<Way> ways() {
    return Way.of(file());
  }

  /** The name of its secret. */
  String credentials() {
    return file().credentials() == null ? id() : file().credentials();
  }

  /** The names of all secrets that a run makes; none when the settings are wrong. */
  public List<String> secrets() {
    try {
      return List.of(
          credentials(),
          Site.REGION,
          "amqp-key-store",
          "amqp-trust-store",
          "door-key-store",
          "door-trust-store");
    } catch (IllegalArgumentException e) {
      return List.of();
    }
  }

  /** What a gateway needs of the site's own files: a sample that is wrong keeps nothing back. */
  PackFiles installed() {
    PackFiles files = PackFiles.empty();
    for (String name : own.names()) {
      if (!name.startsWith(SAMPLES)) {
        files = files.with(name, own.bytes(name).orElseThrow());
      }
    }
    return files;
  }
}
