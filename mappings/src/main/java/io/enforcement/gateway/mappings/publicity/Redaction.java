package io.enforcement.gateway.mappings.publicity;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.enforcement.gateway.mappings.Masks;
import io.enforcement.gateway.standards.model.LegalRepresentative;
import io.enforcement.gateway.standards.model.OfficerReference;
import io.enforcement.gateway.standards.model.Party;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Hides what the public must not read and remembers where it did, never what it hid: people, their
 * addresses, numbers of people and accounts. One for each act; not for sharing between threads.
 */
final class Redaction {

  private static final String CITIZEN = "1";

  private final Map<String, String> names = new LinkedHashMap<>();
  private final Set<String> addresses = new LinkedHashSet<>();
  private final Set<Entry> log = new LinkedHashSet<>();

  /** One place and the reason; ordered as the redactions were made. */
  @JsonPropertyOrder({"field", "reason"})
  record Entry(String field, String reason) {}

  /** Of an act: of whoever is a party to it, or acted in it. */
  static Redaction of(List<Party> parties, List<OfficerReference> officers) {
    Redaction redaction = new Redaction();
    parties.forEach(redaction::learn);
    officers.forEach(officer -> redaction.learnName(officer.getName()));
    return redaction;
  }

  /** Of what names nobody that we could know. */
  static Redaction ofNobody() {
    return new Redaction();
  }

  static boolean isNaturalPerson(Party party) {
    return CITIZEN.equals(party.getKind()) && !Boolean.TRUE.equals(party.isSelfEmployed());
  }

  static boolean concernsNaturalPerson(List<Party> parties) {
    return parties.stream().anyMatch(Redaction::isNaturalPerson);
  }

  /** The party's name as the public reads it. */
  String party(Party party, String field) {
    if (!isNaturalPerson(party)) {
      return party.getName();
    }
    return citizen(party.getName(), field);
  }

  /** A citizen's name, whether or not somebody masked it before. */
  String citizen(String name, String field) {
    String shown = Masks.name(name);
    if (!shown.equals(name)) {
      log.add(new Entry(field, "natural-person-name"));
      learnName(name);
    }
    return shown;
  }

  /** Free text without the people, addresses and numbers of this act. */
  String text(String text, String field) {
    if (text == null) {
      return null;
    }
    String result = names.isEmpty() ? text : named(text, field);
    for (String address : addresses) {
      result = replace(result, address, Masks.HIDDEN, field, "address");
    }
    return numbers(result, field);
  }

  /** In one pass, longest first: one name may be part of another. */
  private String named(String text, String field) {
    String anyName =
        names.keySet().stream()
            .sorted(Comparator.comparingInt(String::length).reversed())
            .map(Pattern::quote)
            .collect(Collectors.joining("|"));
    String result =
        Pattern.compile(anyName)
            .matcher(text)
            .replaceAll(found -> Matcher.quoteReplacement(names.get(found.group())));
    if (!result.equals(text)) {
      log.add(new Entry(field, "person-name"));
    }
    return result;
  }

  /** Free text without accounts and long digit runs. */
  String numbers(String text, String field) {
    String open = noted(text, Masks.accounts(text), field, "account");
    return noted(open, Masks.digits(open), field, "number");
  }

  List<Entry> log() {
    return List.copyOf(log);
  }

  private void learn(Party party) {
    if (isNaturalPerson(party)) {
      learnName(party.getName());
      if (party.getAddress() != null) {
        addresses.add(party.getAddress());
      }
    } else if (party.getName() != null) {
      // An organisation may bear the name of a person; the public reads it whole.
      names.put(party.getName(), party.getName());
    }
    LegalRepresentative representative = party.getLegalRepresentative();
    if (representative != null) {
      learnName(representative.getName());
    }
  }

  /** A name of one character would mask half of any text. */
  private void learnName(String name) {
    if (name != null && name.codePointCount(0, name.length()) > 1) {
      names.putIfAbsent(name, Masks.name(name));
    }
  }

  private String noted(String text, String shown, String field, String reason) {
    if (!shown.equals(text)) {
      log.add(new Entry(field, reason));
    }
    return shown;
  }

  private String replace(String text, String secret, String shown, String field, String reason) {
    if (!text.contains(secret)) {
      return text;
    }
    log.add(new Entry(field, reason));
    return text.replace(secret, shown);
  }
}
