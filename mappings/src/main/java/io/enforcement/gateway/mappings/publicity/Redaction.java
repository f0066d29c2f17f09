package io.enforcement.gateway.mappings.publicity;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.enforcement.gateway.mappings.PartnerCodes;
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

  private static final PartnerCodes COMPOUND =
      PartnerCodes.beside(Redaction.class, "compound-surname");
  private static final String CITIZEN = "1";
  private static final String HIDDEN = "***";
  // Identity, telephone and account numbers. Amounts are shorter, and a credit code has letters;
  // the rare one without is hidden too, which is the safe way to be wrong.
  private static final Pattern DIGIT_RUN =
      Pattern.compile("(?<![0-9A-Z])[0-9]{11,30}[Xx]?(?![0-9A-Z])");
  // Also of an organisation, also in groups, also when it is short; for that it must be named.
  private static final Pattern ACCOUNT =
      Pattern.compile("([账帐][号户]|卡号)([^0-9]{0,6})[0-9](?:[ -]?[0-9]){5,29}");

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
    String shown = mask(name);
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
      result = replace(result, address, HIDDEN, field, "address");
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
    String open = hide(ACCOUNT, "$1$2" + HIDDEN, text, field, "account");
    return hide(DIGIT_RUN, HIDDEN, open, field, "number");
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
      names.putIfAbsent(name, mask(name));
    }
  }

  private String hide(Pattern secret, String shown, String text, String field, String reason) {
    String result = secret.matcher(text).replaceAll(shown);
    if (!result.equals(text)) {
      log.add(new Entry(field, reason));
    }
    return result;
  }

  private String replace(String text, String secret, String shown, String field, String reason) {
    if (!text.contains(secret)) {
      return text;
    }
    log.add(new Entry(field, reason));
    return text.replace(secret, shown);
  }
}
