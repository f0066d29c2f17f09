package io.enforcement.gateway.connectors.http;

import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.hc.client5.http.impl.io.DefaultManagedHttpClientConnection;
import org.apache.hc.client5.http.io.ManagedHttpClientConnection;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.io.DefaultHttpRequestWriterFactory;
import org.apache.hc.core5.http.impl.io.DefaultHttpResponseParserFactory;
import org.apache.hc.core5.http.io.HttpConnectionFactory;
import org.apache.hc.core5.http.io.HttpMessageParser;
import org.apache.hc.core5.http.io.SessionInputBuffer;

/**
 * A connection that looks for words nobody asked for before it is used again. HTTP/1.1 knows an
 * answer by its place alone: a partner that answers one request twice leaves an answer that the
 * next request would take for its own, and a refusal would be told as done.
 */
final class AttentiveConnection extends DefaultManagedHttpClientConnection {

  private static final AtomicLong NUMBERS = new AtomicLong();

  private final Heard heard;

  private AttentiveConnection(Heard heard) {
    super(
        "http-" + NUMBERS.incrementAndGet(),
        null,
        null,
        Http1Config.DEFAULT,
        null,
        null,
        DefaultHttpRequestWriterFactory.INSTANCE,
        config -> heard.parser());
    this.heard = heard;
  }

  static HttpConnectionFactory<ManagedHttpClientConnection> factory() {
    return socket -> {
      AttentiveConnection connection = new AttentiveConnection(new Heard());
      if (socket != null) {
        connection.bind(socket);
      }
      return connection;
    };
  }

  /**
   * @throws Unasked before the first byte
   */
  @Override
  public void sendRequestHeader(ClassicHttpRequest request) throws HttpException, IOException {
    if (heard.more() || heard.something() && getSocket().getInputStream().available() > 0) {
      throw new Unasked();
    }
    super.sendRequestHeader(request);
  }

  /** The partner said something that it was not asked for; of the request nothing was sent. */
  static final class Unasked extends IOException {

    private static final long serialVersionUID = 1L;
  }

  /** What came by this connection and was not read yet. */
  private static final class Heard {

    private SessionInputBuffer buffer;

    HttpMessageParser<ClassicHttpResponse> parser() {
      HttpMessageParser<ClassicHttpResponse> parser =
          DefaultHttpResponseParserFactory.INSTANCE.create();
      return (SessionInputBuffer from, InputStream in) -> {
        buffer = from;
        return parser.parse(from, in);
      };
    }

    /** Whether an answer came before: with TLS something may lie there from the beginning. */
    boolean something() {
      return buffer != null;
    }

    boolean more() {
      return buffer != null && buffer.length() > 0;
    }
  }
}
