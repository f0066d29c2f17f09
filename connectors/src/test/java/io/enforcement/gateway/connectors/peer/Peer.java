package io.enforcement.gateway.connectors.peer;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test class that talks to a real peer which must be installed. Where it is not, the class is
 * left out and named; with the environment variable {@code ENFORCEMENT_PEERS=required}, as {@code
 * .ci/run} sets it, the class fails.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(PeerCondition.class)
public @interface Peer {

  /** The Debian package that brings it. */
  String value();

  /** The program that shows it is there. */
  String program();
}
