package io.enforcement.gateway.routes.partner;

import io.enforcement.gateway.mappings.file.Parcel;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which exchanges carry documents and their files in one zip. */
final class Parcels {

  /** Where something is handed over as a file of any size. */
  private static final Set<String> FILES = Set.of("sftp", "filedrop");

  private Parcels() {}

  static Optional<Parcel> of(PartnerFolder folder, PartnerFile.Sends sends) {
    return sends.attachments() == AttachmentWay.ENCLOSED
        ? Optional.of(of(folder, sends.exchange(), sends.via(), sends.format()))
        : Optional.empty();
  }

  /**
   * @throws IllegalArgumentException naming partner and exchange; also when the handover of a file
   *     would not be recognised when it is repeated
   */
  static Optional<Parcel> of(PartnerFolder folder, PartnerFile.Receives receives) {
    if (receives.attachments() != AttachmentNeed.ENCLOSED) {
      return Optional.empty();
    }
    if (receives.effect() != EffectClass.E) {
      throw wrong(folder, receives.exchange(), "attachments enclosed need the effect E");
    }
    return Optional.of(of(folder, receives.exchange(), receives.via(), receives.format()));
  }

  private static Parcel of(
      PartnerFolder folder, String exchange, String via, Map<String, String> format) {
    if (!FILES.contains(via)) {
      throw wrong(folder, exchange, "attachments can be enclosed via sftp and filedrop only");
    }
    try {
      return Parcel.of(format);
    } catch (IllegalArgumentException e) {
      throw wrong(folder, exchange, e.getMessage());
    }
  }

  private static IllegalArgumentException wrong(
      PartnerFolder folder, String exchange, String what) {
    return new IllegalArgumentException(
        "partner " + folder.file().partner() + ", exchange " + exchange + ": " + what);
  }
}
