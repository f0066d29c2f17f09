package io.enforcement.gateway.mappings.table;

import io.enforcement.gateway.mappings.PartnerCodes;
import io.enforcement.gateway.mappings.Reading;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * One column of a partner's table.
 *
 * @param length most characters, for numbers most digits, for digits exactly so many; 0: any
 * @param least how many values it needs: 0 may be empty, 1 must not, 2 at least two
 * @param codes name of the code list, of the standard's table or of the file of columns below
 * @param list the partner's code list, for codes only
 * @param below the columns of each value, for rows only
 */
record Column(
    String name,
    ColumnPath path,
    Form form,
    int length,
    int least,
    String codes,
    PartnerCodes list,
    ColumnMap below) {

  /** The value in the partner's form, or null; what it cannot be is noted under the name. */
  Object write(JsonNode record, String at, Reading reading) {
    List<JsonNode> values = path.in(record);
    if (values.isEmpty() && least > 0) {
      reading.refuse("mapping.missing", at + name, "empty");
    } else if (values.size() < least) {
      reading.refuse("mapping.too-few", at + name, values.size() + " values", "" + least);
    }
    return values.isEmpty() ? null : form.write(values, new Cell(this, at + name, reading));
  }
}
