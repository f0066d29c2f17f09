package io.enforcement.gateway.connectors.peer;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;

/**
 * A peer that a package of the system brings.
 *
 * @param debian the package
 * @param program see {@link Peer#program}
 * @param with see {@link Peer#with}
 */
public record InstalledPeer(String debian, String program, List<String> with) {

  public InstalledPeer {
    with = List.copyOf(with);
  }

  static InstalledPeer of(Peer peer) {
    return new InstalledPeer(peer.value(), peer.program(), List.of(peer.with()));
  }

  /**
   * For a test of which only some cases need the peer: where it is missing, the case that asks is
   * left out, or fails where peers are required.
   */
  public void orLeaveOut() {
    missing(required()).ifPresent(missing -> Assumptions.abort(missing));
  }

  static boolean required() {
    return "required".equals(System.getenv("ENFORCEMENT_PEERS"));
  }

  /**
   * What is missing, or empty.
   *
   * @throws IllegalStateException when something is and must not be
   */
  Optional<String> missing(boolean required) {
    if (isThere()) {
      return Optional.empty();
    }
    String sign = with.isEmpty() ? "no program " + program : program + " does not find it";
    String missing = debian + " is not installed (" + sign + ")";
    if (required) {
      throw new IllegalStateException("a peer is required: " + missing);
    }
    return Optional.of(missing);
  }

  private boolean isThere() {
    return Program.find(program)
        .filter(path -> with.isEmpty() || endsWell(path.toString()))
        .isPresent();
  }

  private boolean endsWell(String path) {
    List<String> command = new ArrayList<>(List.of(path));
    command.addAll(with);
    try {
      return new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
