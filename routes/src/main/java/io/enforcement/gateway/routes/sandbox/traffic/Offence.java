package io.enforcement.gateway.routes.sandbox.traffic;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A kind of offence, with the law that was broken and the law that punishes it.
 *
 * @param fact what was found; {@code {place}} and {@code {n}} are filled in
 */
record Offence(
    String department,
    String act,
    String fact,
    String violatedLaw,
    String violated,
    String law,
    String provision,
    Party.Kind party) {

  private static final String TABLE = "/sandbox/offences.csv";

  /** The offences that the department prosecutes, in the order of the table. */
  static List<Offence> of(String department) {
    try (InputStream table = Offence.class.getResourceAsStream(TABLE)) {
      return new String(table.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .skip(1)
          .map(Offence::parse)
          .filter(o -> o.department().equals(department))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("the table of offences cannot be read", e);
    }
  }

  private static Offence parse(String line) {
    String[] f = line.split("\\|", -1);
    Party.Kind party = Party.Kind.valueOf(f[7].toUpperCase(java.util.Locale.ROOT));
    return new Offence(f[0], f[1], f[2], f[3], f[4], f[5], f[6], party);
  }
}
