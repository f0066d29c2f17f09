package io.enforcement.gateway.mappings.hotline;

import io.enforcement.gateway.mappings.Reading;
import io.enforcement.gateway.standards.model.Attachment;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Qinghe's files: paths, sizes and digests in three lists parted by commas. A comma in a path makes
 * the lists unequal and is refused: which file is which could only be guessed.
 */
final class QingheFiles {

  private static final Pattern SIZE = Pattern.compile("[0-9]{1,15}");

  private QingheFiles() {}

  static List<Attachment> read(QingheOrder source, Secrecy secrecy, Reading reading) {
    List<String> paths = pieces(source.filePaths());
    List<String> sizes = pieces(source.fileSizes());
    List<String> digests = pieces(source.fileSha256());
    HotlineFiles files = new HotlineFiles(secrecy);
    if (sizes.size() != paths.size() || digests.size() != paths.size()) {
      reading.refuse("mapping.failed", "FILE_PATHS", "lists of unequal length");
      return List.of();
    }
    for (int i = 0; i < paths.size(); i++) {
      files.add(null, paths.get(i), size(sizes.get(i), reading), digests.get(i));
    }
    return files.files();
  }

  /** The paths without those that would give a secret caller away; each keeps its place. */
  static String sealed(String paths, Secrecy secrecy) {
    List<String> given = pieces(paths);
    List<String> kept =
        given.stream()
            .map(path -> HotlineFiles.reveal(null, path, secrecy) ? Secrecy.hidden(path) : path)
            .toList();
    return kept.equals(given) ? paths : String.join(",", kept);
  }

  private static Long size(String value, Reading reading) {
    if (SIZE.matcher(value).matches()) {
      return Long.valueOf(value);
    }
    reading.refuse("mapping.integer", "FILE_SIZES", Reading.classOf(value));
    return null;
  }

  /** A comma at the end is habit. */
  private static List<String> pieces(String list) {
    String text = Reading.text(list);
    return text == null
        ? List.of()
        : Stream.of(text.split(",")).map(Reading::text).filter(Objects::nonNull).toList();
  }
}
