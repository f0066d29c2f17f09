package io.enforcement.gateway.routes.story;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;

/** One HTTP request written by hand, for what no decent client would send. */
final class RawCall {

  private RawCall() {}

  /**
   * Announces one length, sends other bytes, and hangs up its side.
   *
   * @param announced what Content-Length claims
   */
  static Reply send(
      URI gateway, String path, Map<String, String> headers, int announced, byte[] body) {
    StringBuilder head = new StringBuilder("POST " + path + " HTTP/1.1\r\nHost: gateway\r\n");
    headers.forEach((name, value) -> head.append(name + ": " + value + "\r\n"));
    head.append("Content-Length: " + announced + "\r\nConnection: close\r\n\r\n");
    try (Socket socket = new Socket(gateway.getHost(), gateway.getPort())) {
      socket.setSoTimeout(30_000);
      socket.getOutputStream().write(head.toString().getBytes(StandardCharsets.ISO_8859_1));
      socket.getOutputStream().write(body);
      socket.getOutputStream().flush();
      socket.shutdownOutput();
      ByteArrayOutputStream answer = new ByteArrayOutputStream();
      socket.getInputStream().transferTo(answer);
      return parse(answer.toByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Reply parse(byte[] answer) {
    String text = new String(answer, StandardCharsets.UTF_8);
    if (text.isEmpty()) {
      return new Reply(0, "", "");
    }
    String[] headAndBody = text.split("\r\n\r\n", 2);
    String type =
        Arrays.stream(headAndBody[0].split("\r\n"))
            .filter(l -> l.toLowerCase(java.util.Locale.ROOT).startsWith("content-type:"))
            .map(l -> l.substring(13).strip())
            .findFirst()
            .orElse("");
    int start = headAndBody[1].indexOf('{');
    int end = headAndBody[1].lastIndexOf('}');
    String body = start < 0 ? "" : headAndBody[1].substring(start, end + 1);
    return new Reply(Integer.parseInt(text.substring(9, 12)), type, body);
  }
}
