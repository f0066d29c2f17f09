package io.enforcement.gateway.connectors.rest;

import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.hc.core5.http.NameValuePair;

/**
 * The document as one field of a form ({@code application/x-www-form-urlencoded}), beside others
 * that stay the same. Thread-safe.
 *
 * @param field name of the document's field
 * @param others fields that every request carries
 * @param charset what is percent-encoded: the partner's charset
 */
record FormBody(String field, List<NameValuePair> others, Charset charset) {

  /**
   * The form's bytes.
   *
   * @param document in UTF-8
   * @param proof fields of the profile
   * @throws NotSent when the document is not UTF-8
   */
  byte[] of(byte[] document, List<NameValuePair> proof) throws NotSent {
    StringBuilder form = new StringBuilder(document.length * 2);
    append(form, others, charset);
    append(form, proof, charset);
    append(form, field, text(document), charset);
    return form.toString().getBytes(StandardCharsets.US_ASCII);
  }

  /** Adds the fields to what may be a query, percent-encoded. */
  static void append(StringBuilder to, List<NameValuePair> fields, Charset charset) {
    for (NameValuePair each : fields) {
      append(to, each.getName(), each.getValue(), charset);
    }
  }

  private static void append(StringBuilder to, String name, String value, Charset charset) {
    if (to.length() > 0) {
      to.append('&');
    }
    to.append(URLEncoder.encode(name, charset)).append('=');
    to.append(URLEncoder.encode(value, charset));
  }

  private static String text(byte[] document) throws NotSent {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(document)).toString();
    } catch (CharacterCodingException e) {
      throw new NotSent("the document is not UTF-8");
    }
  }
}
