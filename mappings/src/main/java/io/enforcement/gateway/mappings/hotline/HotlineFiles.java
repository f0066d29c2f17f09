package io.enforcement.gateway.mappings.hotline;

import io.enforcement.gateway.mappings.PartnerCodes;
import io.enforcement.gateway.standards.model.Attachment;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The files of one order, as far as the secrecy of its caller lets them pass. */
final class HotlineFiles {

  private static final PartnerCodes KIND =
      PartnerCodes.beside(HotlineFiles.class, "attachment-kind");
  private static final PartnerCodes MEDIA_TYPE =
      PartnerCodes.beside(HotlineFiles.class, "media-type");
  private static final String UNKNOWN_BYTES = "application/octet-stream";

  private final Secrecy secrecy;
  private final List<Attachment> files = new ArrayList<>();

  HotlineFiles(Secrecy secrecy) {
    this.secrecy = secrecy;
  }

  /**
   * @param path where the hotline keeps it; its last part is the title when there is no other
   */
  void add(String title, String path, Long size, String sha256) {
    String name = name(title, path);
    Attachment file = new Attachment();
    file.setTitle(name);
    file.setKind(kind(name));
    file.setMediaType(MEDIA_TYPE.to(ending(name)).orElse(UNKNOWN_BYTES));
    file.setSize(size);
    file.setDigest(sha256 == null ? null : "sha256:" + sha256.toLowerCase(Locale.ROOT));
    file.setStorageKey(path);
    file.setSecret(secrecy.secret());
    if (!reveal(title, path, secrecy)) {
      files.add(file);
    }
  }

  /** Whether such a file would give the caller away. */
  static boolean reveal(String title, String path, Secrecy secrecy) {
    String name = name(title, path);
    return secrecy.reveals(kind(name), name, path);
  }

  List<Attachment> files() {
    return files;
  }

  private static String name(String title, String path) {
    return title == null && path != null ? path.substring(path.lastIndexOf('/') + 1) : title;
  }

  private static String kind(String name) {
    return KIND.to(ending(name)).orElse(null);
  }

  private static String ending(String name) {
    return name == null ? "" : name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
  }
}
