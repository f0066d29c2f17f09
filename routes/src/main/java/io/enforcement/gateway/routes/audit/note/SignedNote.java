package io.enforcement.gateway.routes.audit.note;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;

/**
 * A text with the lines of those who signed it: {@code — name base64(key id ‖ signature)}, after an
 * empty line. What is signed is the text with its last line feed.
 */
public final class SignedNote {

  private static final String MARK = "\n\n— ";
  private static final int ID = 4;

  private SignedNote() {}

  /** The text, signed by each of these keys. */
  public static String sign(String text, SigningKey... keys) {
    StringBuilder note = new StringBuilder(text).append('\n');
    for (SigningKey key : keys) {
      byte[] signature = key.sign(text.getBytes(StandardCharsets.UTF_8));
      byte[] told =
          ByteBuffer.allocate(ID + signature.length)
              .put(key.verifyingKey().id())
              .put(signature)
              .array();
      note.append("— ")
          .append(key.verifyingKey().name())
          .append(' ')
          .append(Base64.getEncoder().encodeToString(told))
          .append('\n');
    }
    return note.toString();
  }

  /**
   * The text of a note that this key signed; lines of others are passed over.
   *
   * @throws BadNote when the key signed no such text
   */
  public static String open(String note, VerifyingKey key) {
    int end = note.lastIndexOf(MARK);
    if (end < 0 || !note.endsWith("\n")) {
      throw new BadNote("not a signed note");
    }
    String text = note.substring(0, end + 1);
    String mine = "— " + key.name() + " ";
    boolean signed =
        note.substring(end + 2)
            .lines()
            .filter(line -> line.startsWith(mine))
            .anyMatch(line -> signs(line.substring(mine.length()), text, key));
    if (!signed) {
      throw new BadNote("not signed by " + key.name());
    }
    return text;
  }

  private static boolean signs(String base64, String text, VerifyingKey key) {
    try {
      byte[] told = Base64.getDecoder().decode(base64);
      return told.length > ID
          && Arrays.equals(Arrays.copyOf(told, ID), key.id())
          && key.verifies(
              text.getBytes(StandardCharsets.UTF_8), Arrays.copyOfRange(told, ID, told.length));
    } catch (IllegalArgumentException notBase64) {
      return false;
    }
  }
}
