package io.enforcement.gateway.routes.pack.check;

import io.enforcement.gateway.mappings.PermittedFields;
import java.util.List;

/** By which right and for what a partner gets records, and what of them (demand U13). */
record EntitlementCheck(Draft draft) {

  /** What stands in a pack that has just been begun. */
  private static final String TO_FILL_IN = "待填";

  void stated(String path, String text) {
    if (draft.places().has(path) && text.isBlank()) {
      draft.error(path, "blank", path);
    } else if (text.startsWith(TO_FILL_IN)) {
      draft.warning(path, "to-fill-in", path);
    }
  }

  void fields(String path, List<String> fields, List<String> records) {
    if (draft.places().has(path) && fields.isEmpty()) {
      draft.error(path, "blank", path);
    }
    for (int i = 0; i < fields.size(); i++) {
      try {
        PermittedFields.of(records, List.of(fields.get(i)));
      } catch (IllegalArgumentException e) {
        draft.error(path + "[" + i + "]", "field-unknown", fields.get(i));
      }
    }
  }
}
