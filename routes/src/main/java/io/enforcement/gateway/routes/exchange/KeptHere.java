package io.enforcement.gateway.routes.exchange;

/**
 * Somebody at this gateway who keeps records beside those who receive them. What is kept here has
 * arrived, even when nobody subscribes to it.
 */
@FunctionalInterface
public interface KeptHere {

  /** Whether every record of this kind is kept. */
  boolean keeps(String kind);
}
