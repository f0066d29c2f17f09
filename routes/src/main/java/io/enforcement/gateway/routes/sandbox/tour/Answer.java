package io.enforcement.gateway.routes.sandbox.tour;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * Samples that answer to a delivery name one that never was. On the tour they answer to a real one,
 * be they plain text or, as workbooks are, zipped.
 */
final class Answer {

  private static final String INVENTED_KEY = "0190b6f0-4c1e-7a52-9d3b-5f2a6c8e0d11";
  private static final String ZIP = "PK\u0003\u0004";

  private Answer() {}

  /** Whether the sample names a delivery. */
  static boolean is(byte[] sample) {
    boolean[] named = {false};
    each(
        sample,
        text -> {
          named[0] |= text.contains(INVENTED_KEY);
          return text;
        });
    return named[0];
  }

  /** The same answer to the delivery of this key. */
  static byte[] to(byte[] sample, String key) {
    return each(sample, text -> text.replace(INVENTED_KEY, key));
  }

  /** A character for each byte, whatever the sample's charset; a key is ASCII in all of them. */
  private static byte[] each(byte[] sample, UnaryOperator<String> change) {
    String text = new String(sample, ISO_8859_1);
    return text.startsWith(ZIP) ? zipped(sample, change) : change.apply(text).getBytes(ISO_8859_1);
  }

  private static byte[] zipped(byte[] sample, UnaryOperator<String> change) {
    ByteArrayOutputStream changed = new ByteArrayOutputStream();
    try (ZipInputStream from = new ZipInputStream(new ByteArrayInputStream(sample));
        ZipOutputStream to = new ZipOutputStream(changed)) {
      for (ZipEntry entry = from.getNextEntry(); entry != null; entry = from.getNextEntry()) {
        to.putNextEntry(new ZipEntry(entry.getName()));
        to.write(change.apply(new String(from.readAllBytes(), ISO_8859_1)).getBytes(ISO_8859_1));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("a sample cannot be read", e);
    }
    return changed.toByteArray();
  }
}
