package io.enforcement.gateway.routes.cli.conversation;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** A path with parameters, of which those that are null are left out. Used by one thread. */
final class Query {

  private final StringBuilder path;
  private char before = '?';

  Query(String path) {
    this.path = new StringBuilder(path);
  }

  Query with(String name, Object value) {
    if (value != null) {
      path.append(before)
          .append(name)
          .append('=')
          .append(URLEncoder.encode(value.toString(), StandardCharsets.UTF_8));
      before = '&';
    }
    return this;
  }

  @Override
  public String toString() {
    return path.toString();
  }
}
