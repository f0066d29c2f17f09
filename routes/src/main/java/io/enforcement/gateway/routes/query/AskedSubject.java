package io.enforcement.gateway.routes.query;

import io.enforcement.gateway.routes.problem.ProblemException;
import io.enforcement.gateway.standards.model.ItemKey;
import io.enforcement.gateway.standards.model.ObjectKey;
import io.enforcement.gateway.standards.model.OfficerKey;
import io.enforcement.gateway.standards.model.Query;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * What a query asks about. Certificates of enforcement, items and organisations can be asked about
 * by their numbers and codes; nobody is looked up by name, and no natural person at all. Pure; any
 * thread.
 */
final class AskedSubject {

  private static final int SHORTEST = 2;

  private AskedSubject() {}

  /**
   * The subject, in the words of {@link Subjects}.
   *
   * @throws ProblemException when it asks by something that nothing is looked up by
   */
  static String of(Query query) {
    return switch (query.getQueryKind()) {
      case OFFICER_CERTIFICATE -> certificate(query.getOfficerKey());
      case ITEM_HOLDER -> item(query.getItemKey());
      case LICENCES, RECENT_INSPECTIONS -> organisation(query.getObjectKey());
    };
  }

  /**
   * A text of the asker without what it asks about: people copy numbers and names into purposes.
   */
  static String without(Query query, String text) {
    String cleared = text;
    for (String word : (Iterable<String>) words(query)::iterator) {
      cleared = cleared == null ? null : cleared.replace(word, "***");
    }
    return cleared;
  }

  /** The longest first: a number may hold a shorter one. */
  private static Stream<String> words(Query query) {
    return Stream.of(ofOfficer(query), ofItem(query), ofObject(query))
        .flatMap(List::stream)
        .filter(word -> word.length() >= SHORTEST)
        .sorted((one, other) -> Integer.compare(other.length(), one.length()));
  }

  private static List<String> ofOfficer(Query query) {
    OfficerKey key = query.getOfficerKey();
    return key == null ? List.of() : told(key.getCertNo(), key.getName());
  }

  private static List<String> ofItem(Query query) {
    ItemKey key = query.getItemKey();
    return key == null
        ? List.of()
        : told(key.getTaskCode(), key.getSuperviseItemCode(), key.getTaskName());
  }

  private static List<String> ofObject(Query query) {
    ObjectKey key = query.getObjectKey();
    if (key == null) {
      return List.of();
    }
    String person = key.getCertificate() == null ? null : key.getCertificate().getNumber();
    return told(key.getName(), key.getUscc(), key.getObjectId(), key.getLicenceNumber(), person);
  }

  private static List<String> told(String... words) {
    return Stream.of(words).filter(Objects::nonNull).map(String::strip).toList();
  }

  private static String certificate(OfficerKey key) {
    if (key.getCertNo() == null) {
      throw AnswerSource.notLookedUp("officerKey.certNo");
    }
    return Subjects.certificate(key.getCertNo());
  }

  private static String item(ItemKey key) {
    if (key.getTaskCode() != null) {
      return Subjects.task(key.getTaskCode());
    }
    if (key.getSuperviseItemCode() != null) {
      return Subjects.supervisedItem(key.getSuperviseItemCode());
    }
    throw AnswerSource.notLookedUp("itemKey.taskCode");
  }

  private static String organisation(ObjectKey key) {
    if (key.getUscc() == null) {
      throw AnswerSource.notLookedUp("objectKey.uscc");
    }
    return Subjects.organisation(key.getUscc());
  }
}
