package io.enforcement.gateway.connectors.frontdb;

import io.enforcement.gateway.connectors.ConnectorSettings;
import io.enforcement.gateway.connectors.Source.Verdict;
import java.sql.SQLException;
import tools.jackson.databind.node.StringNode;

/** The marks that a partner and we agreed on: unread 0, taken 1, conflict 2, refused 3. */
record Flags(ConnectorSettings settings, Values values) {

  Object unread(Table.Column flag) throws SQLException {
    return fit("unread", "0", flag);
  }

  Object of(Verdict verdict, Table.Column flag) throws SQLException {
    return switch (verdict) {
      case TAKEN -> fit("taken", "1", flag);
      case CONFLICT -> fit("conflict", "2", flag);
      case REFUSED -> fit("refused", "3", flag);
      case LATER -> throw new IllegalArgumentException("a row for later keeps its flag");
    };
  }

  private Object fit(String setting, String fallback, Table.Column flag) throws SQLException {
    try {
      return values.fit(StringNode.valueOf(settings.optional(setting).orElse(fallback)), flag);
    } catch (Values.Unfit e) {
      throw new SQLException("setting " + setting + " does not fit the flag column", "42804", e);
    }
  }
}
