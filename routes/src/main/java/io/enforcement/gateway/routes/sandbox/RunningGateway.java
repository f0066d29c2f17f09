package io.enforcement.gateway.routes.sandbox;

import java.net.URI;

/** A gateway that answers. */
public interface RunningGateway extends AutoCloseable {

  /** Where its pages and its API are, for example {@code http://127.0.0.1:8080}. */
  URI base();

  /** The bearer token of a person in the role of an operator. */
  String operatorToken();

  @Override
  void close();
}
