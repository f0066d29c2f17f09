package io.enforcement.gateway.routes.spool;

import io.enforcement.gateway.routes.CannotStart;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.http.MediaType;

/**
 * The bounds of files that partners bring.
 *
 * @param maxBytes largest file in bytes
 * @param mediaTypes what may be brought; never audio or video, which stay references
 * @param partialUploads how many begun and unfinished files one partner may have here
 * @param partialRetention how long an unfinished file is kept after its last byte
 * @param retention how long a file is kept after it came; longer while an open delivery needs it
 */
@ConfigurationProperties("gateway.attachments")
public record AttachmentSettings(
    @DefaultValue("209715200") long maxBytes,
    @DefaultValue({
          "application/pdf",
          "application/ofd",
          "application/zip",
          "application/xml",
          "application/json",
          "application/msword",
          "application/vnd.ms-excel",
          "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
          "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
          "image/jpeg",
          "image/png",
          "image/tiff",
          "image/bmp",
          "text/plain",
          "text/csv"
        })
        List<String> mediaTypes,
    @DefaultValue("16") int partialUploads,
    @DefaultValue("P2D") Duration partialRetention,
    @DefaultValue("P90D") Duration retention) {

  /** Checks the bounds and the media types: one that cannot be one of a file stops the start. */
  public AttachmentSettings {
    if (maxBytes < 1024 || maxBytes > Integer.MAX_VALUE) {
      throw new CannotStart(
          "gateway.attachments.max-bytes is %d: from 1024 to %d."
              .formatted(maxBytes, Integer.MAX_VALUE));
    }
    if (partialUploads < 1) {
      throw new CannotStart(
          "gateway.attachments.partial-uploads is %d: one at least.".formatted(partialUploads));
    }
    mediaTypes = List.copyOf(mediaTypes);
    mediaTypes.forEach(AttachmentSettings::requireFile);
  }

  /** Whether files of this type may be brought; parameters do not count. */
  public boolean accepts(MediaType type) {
    return mediaTypes.contains(plain(type));
  }

  /** Type and subtype in lower case. */
  public static String plain(MediaType type) {
    return (type.getType() + "/" + type.getSubtype()).toLowerCase(Locale.ROOT);
  }

  private static void requireFile(String type) {
    MediaType parsed = MediaType.parseMediaType(type);
    if (!parsed.isConcrete() || !plain(parsed).equals(type)) {
      throw new CannotStart(
          "gateway.attachments.media-types: " + type + " is not one lower-case media type.");
    }
    if (parsed.getType().equals("audio") || parsed.getType().equals("video")) {
      throw new CannotStart(
          "gateway.attachments.media-types: "
              + type
              + ": audio and video stay references to whoever keeps them.");
    }
  }
}
