package io.enforcement.gateway.connectors.peer;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test, or a class of them, that talks to a real peer which must be installed. Where it is not,
 * the test is left out and named; with the environment variable {@code ENFORCEMENT_PEERS=required},
 * as {@code .ci/run} sets it, it fails.
 */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(PeerCondition.class)
public @interface Peer {

  /** The Debian package that brings it. */
  String value();

  /** The program that shows it is there: a name, or a path where only one will do. */
  String program();

  /**
   * Arguments with which the program ends well only when the peer is there; none: it need not run.
   */
  String[] with() default {};
}
