package io.enforcement.gateway.mappings.publicity;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.enforcement.gateway.mappings.PartnerCodes;
import io.enforcement.gateway.standards.model.LegalRepresentative;
import io.enforcement.gateway.standards.model.OfficerReference;
import io.enforcement.gateway.standards.model.Party;
import io.enforcement.gateway.standards.model.PenaltyDecision;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Hides what the public must not read and remembers where it did, never what it hid. One for each
 * decision; not for sharing between threads.
 */
final class Redaction {

  private static final PartnerCodes COMPOUND =
      PartnerCodes.beside(Redaction.class, "compound-surname");
  private static final String CITIZEN = "1";
  private static final String HIDDEN = "***";
  // Identity, telephone and account numbers. Amounts are shorter, and a credit code has letters;
  // the
  // rare one without is hidden too, which is the safe way to be wrong.
  private static final Pattern DIGIT_RUN =
      Pattern.compile("(?<![0-9A-Z])[0-9]{11,19}[Xx]?(?![0-9A-Z])");

  private final Map<String, String> names = new LinkedHashMap<>();
  private final Set<String> addresses = new LinkedHashSet<>();
  private final Set<Entry> log = new LinkedHashSet<>();

  /** One place and the reason; ordered as the redactions were made. */
  @JsonPropertyOrder({"field", "reason"})
  record Entry(String field, String reason) {}

  static Redaction of(PenaltyDecision decision) {
    Redaction redaction = new Redaction();
    for (Party party : decision.getParties()) {
      redaction.learn(party);
    }
    for (OfficerReference officer : decision.getOfficers()) {
      redaction.learnName(officer.getName());
    }
    return redaction;
  }

  static boolean isNaturalPerson(Party party) {
    return CITIZEN.equals(party.getKind()) && !Boolean.TRUE.equals(party.isSelfEmployed());
  }

  /** The party's name as the public reads it. */
  String party(Party party, String field) {
    if (!isNaturalPerson(party)) {
      return party.getName();
    }
    log.add(new Entry(field, "natural-person-name"));
    return mask(party.getName());
  }

  /** Free text without the people, addresses and numbers of this decision. */
  String text(String text, String field) {
    if (text == null) {
      return null;
    }
    String result = text;
    // Longest first: one name may be the beginning of another.
    List<String> longestFirst = new ArrayList<>(names.keySet());
    longestFirst.sort(Comparator.comparingInt(String::length).reversed());
    for (String name : longestFirst) {
      result = replace(result, name, names.get(name), field, "person-name");
    }
    for (String address : addresses) {
      result = replace(result, address, HIDDEN, field, "address");
    }
    return numbers(result, field);
  }

  /** Free text without long digit runs. */
  String numbers(String text, String field) {
    String result = DIGIT_RUN.matcher(text).replaceAll(HIDDEN);
    if (!result.equals(text)) {
      log.add(new Entry(field, "number"));
    }
    return result;
  }

  List<Entry> log() {
    return List.copyOf(log);
  }

  /** Family name and 某 for one further character, 某某 for more; by characters, not code units. */
  static String mask(String name) {
    int[] characters = name.strip().codePoints().toArray();
    if (characters.length < 2) {
      return "某";
    }
    String two = new String(characters, 0, 2);
    int family = characters.length > 2 && COMPOUND.to(two).isPresent() ? 2 : 1;
    String hidden = characters.length - family > 1 ? "某某" : "某";
    return new String(characters, 0, family) + hidden;
  }

  private void learn(Party party) {
    if (isNaturalPerson(party)) {
      learnName(party.getName());
      if (party.getAddress() != null) {
        addresses.add(party.getAddress());
      }
    }
    LegalRepresentative representative = party.getLegalRepresentative();
    if (representative != null) {
      learnName(representative.getName());
    }
  }

  /** A name of one character would mask half of any text. */
  private void learnName(String name) {
    if (name != null && name.codePointCount(0, name.length()) > 1) {
      names.put(name, mask(name));
    }
  }

  private String replace(String text, String secret, String shown, String field, String reason) {
    if (!text.contains(secret)) {
      return text;
    }
    log.add(new Entry(field, reason));
    return text.replace(secret, shown);
  }
}
