package io.enforcement.gateway.connectors.rest;

import java.io.IOException;

/**
 * Nothing of the request has left: it could not be made. The message is a reason for operators,
 * without content and without secrets.
 */
final class NotSent extends IOException {

  private static final long serialVersionUID = 1L;

  NotSent(String reason) {
    super(reason);
  }
}
