package io.enforcement.gateway.standards.rules.query;

import io.enforcement.gateway.standards.model.Answer;
import io.enforcement.gateway.standards.model.ItemKey;
import io.enforcement.gateway.standards.model.ObjectKey;
import io.enforcement.gateway.standards.model.OfficerKey;
import io.enforcement.gateway.standards.model.Query;
import io.enforcement.gateway.standards.model.QueryKind;
import io.enforcement.gateway.standards.rules.book.Findings;
import io.enforcement.gateway.standards.rules.book.RuleBook;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/** Questions (demand U13): a purpose that is said, and the one key that the kind of query needs. */
public final class QueryRules {

  /**
   * What stands in one of the three keys of a query.
   *
   * @param path of the key
   * @param kinds that need it
   * @param identifies whether it holds something that means one officer, item or object
   * @param names whether it holds a name
   */
  private record Key(
      String path, Set<QueryKind> kinds, boolean present, boolean identifies, boolean names) {}

  private QueryRules() {}

  /** Puts the rules of this family into the book. */
  public static void addTo(RuleBook book) {
    book.add(Query.class, QueryRules::check);
    book.add(Answer.class, AnswerRules::check);
  }

  private static void check(Query query, LocalDate today, Findings findings) {
    String purpose = query.getPurpose();
    if (purpose != null && purpose.codePoints().noneMatch(Character::isLetter)) {
      findings.add("query.purpose", "purpose", "no word");
    }
    if (query.getQueryKind() != null) {
      List.of(
              officer(query.getOfficerKey()),
              item(query.getItemKey()),
              object(query.getObjectKey()))
          .forEach(key -> key(key, query.getQueryKind(), findings));
    }
  }

  private static void key(Key key, QueryKind kind, Findings findings) {
    if (!key.kinds().contains(kind)) {
      if (key.present()) {
        findings.add("query.other-key", key.path(), "key of another kind");
      }
    } else if (!key.identifies() && !key.names()) {
      findings.add("query.key", key.path(), key.present() ? "empty" : "absent");
    } else if (!key.identifies()) {
      findings.add("query.by-name-only", key.path(), "a name only");
    }
  }

  private static Key officer(OfficerKey key) {
    return new Key(
        "officerKey",
        Set.of(QueryKind.OFFICER_CERTIFICATE),
        key != null,
        key != null && key.getCertNo() != null,
        key != null && key.getName() != null);
  }

  private static Key item(ItemKey key) {
    return new Key(
        "itemKey",
        Set.of(QueryKind.ITEM_HOLDER),
        key != null,
        key != null && (key.getTaskCode() != null || key.getSuperviseItemCode() != null),
        key != null && key.getTaskName() != null);
  }

  private static Key object(ObjectKey key) {
    return new Key(
        "objectKey",
        Set.of(QueryKind.LICENCES, QueryKind.RECENT_INSPECTIONS),
        key != null,
        key != null
            && (key.getUscc() != null
                || key.getCertificate() != null
                || key.getObjectId() != null
                || key.getLicenceNumber() != null),
        key != null && key.getName() != null);
  }
}
