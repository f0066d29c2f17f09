package io.enforcement.gateway.routes.sandbox.traffic;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** Invents one department's decisions, one after the other. Used by one thread. */
final class Decisions {

  // Small and large, round and odd, and such as lose something in a column of 万元 without decimals.
  private static final String[] FINES = {
    "500",
    "1000",
    "1999.99",
    "2000",
    "4999.5",
    "10000",
    "26500",
    "80000",
    "100000",
    "350000.01",
    "1234567.89",
    "12000000"
  };
  private static final String[] SMALL_FINES = {"50", "100", "200", "166.66"};

  private final RandomGenerator random;
  private final LocalDate today;
  private final List<Offence> offences;
  private final Parties parties;
  private int serial;

  Decisions(String department, RandomGenerator random, LocalDate today, int firstSerial) {
    this.random = random;
    this.today = today;
    this.offences = Offence.of(department);
    this.parties = new Parties(random, today);
    this.serial = firstSerial;
  }

  Parties parties() {
    return parties;
  }

  /** The next decision: mostly against one party, every ninth against two or three. */
  Decision next() {
    int count = serial % 9 == 4 ? 2 + serial % 2 : 1;
    return next(count, false);
  }

  Decision next(int partyCount, boolean restricted) {
    Offence offence = offences.get(serial % offences.size());
    List<Party> against = new ArrayList<>();
    for (int i = 0; i < partyCount; i++) {
      Party.Kind kind = i == 0 ? offence.party() : Party.Kind.values()[(i + serial) % 3];
      against.add(parties.next(kind));
    }
    boolean simple = partyCount == 1 && serial % 7 == 3;
    return decision(offence, against, simple, restricted);
  }

  Decision against(Party party) {
    return decision(offences.get(serial % offences.size()), List.of(party), false, false);
  }

  private Decision decision(
      Offence offence, List<Party> against, boolean simple, boolean restricted) {
    int number = serial++;
    String fact =
        offence
            .fact()
            .replace("{place}", parties.place())
            .replace("{n}", Integer.toString(2 + random.nextInt(90)));
    return new Decision(
        number,
        1,
        // At most six days back: inside the seven working days for publishing.
        today.minusDays(1L + random.nextInt(6)),
        offence,
        List.copyOf(against),
        fact,
        number % 11 == 5 ? null : fine(simple),
        !simple && number % 6 == 1 ? new BigDecimal(1280 + random.nextInt(9000)) : null,
        number % 2 == 0,
        simple,
        restricted);
  }

  BigDecimal fine(boolean simple) {
    String[] amounts = simple ? SMALL_FINES : FINES;
    return new BigDecimal(amounts[random.nextInt(amounts.length)]);
  }
}
