package io.enforcement.gateway.routes.query;

import io.enforcement.gateway.standards.model.ObjectKey;
import io.enforcement.gateway.standards.model.Query;

/** The object that is asked about. Only organisations are looked up, by their credit code. */
final class AskedObject {

  private AskedObject() {}

  /** The subject of its records. */
  static String subject(Query query) {
    ObjectKey key = query.getObjectKey();
    if (key.getUscc() == null) {
      throw AnswerSource.notLookedUp("objectKey.uscc");
    }
    return Subjects.organisation(key.getUscc());
  }
}
