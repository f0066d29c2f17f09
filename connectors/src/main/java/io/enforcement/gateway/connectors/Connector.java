package io.enforcement.gateway.connectors;

/**
 * Brings bytes to one partner over one transport (Channel Adapter). Built once per partner and
 * exchange, used by several threads at a time, closed when the partner is taken out of service. It
 * never retries: the gateway counts attempts.
 */
public interface Connector extends AutoCloseable {

  /**
   * Sends once and tells what came of it; a failure of the partner is an outcome, never an
   * exception.
   */
  Outcome send(Dispatch dispatch);

  /**
   * Asks whether the partner already holds what was sent with this key (effect classes B and E).
   *
   * @return {@link Presence#UNKNOWN} when the partner cannot be asked or does not answer clearly
   */
  default Presence ask(Dispatch dispatch) {
    return Presence.UNKNOWN;
  }

  @Override
  void close();

  /** The answer to "do you have X?". */
  enum Presence {
    FOUND,
    NOT_FOUND,
    UNKNOWN
  }
}
