package io.enforcement.gateway.routes.partner;

import java.util.Map;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.selector.filter.BooleanExpression;
import org.apache.activemq.artemis.selector.filter.FilterException;
import org.apache.activemq.artemis.selector.filter.Filterable;
import org.apache.activemq.artemis.selector.impl.SelectorParser;

/**
 * A subscription (Message Filter): a JMS selector (SQL-92) over the properties of a record,
 * evaluated by the broker's own selector library so that it means just what it would mean at the
 * broker. Immutable and thread-safe.
 */
public final class Selector {

  private final String text;
  private final BooleanExpression expression;

  private Selector(String text, BooleanExpression expression) {
    this.text = text;
    this.expression = expression;
  }

  /**
   * @param text the selector, or null for "everything"
   * @throws IllegalArgumentException when it is no SQL-92 selector
   */
  public static Selector of(String text) {
    if (text == null || text.isBlank()) {
      return new Selector("", null);
    }
    try {
      return new Selector(text, SelectorParser.parse(text));
    } catch (FilterException e) {
      throw new IllegalArgumentException("not a JMS selector: " + text, e);
    }
  }

  /** Whether a record with these properties is wanted; an unknown property is NULL, as in SQL. */
  public boolean matches(Map<String, Object> properties) {
    if (expression == null) {
      return true;
    }
    try {
      return expression.matches(new Properties(properties));
    } catch (FilterException e) {
      throw new IllegalStateException("selector cannot be evaluated: " + text, e);
    }
  }

  @Override
  public String toString() {
    return text;
  }

  private record Properties(Map<String, Object> values) implements Filterable {

    @Override
    public Object getProperty(SimpleString name) {
      return values.get(name.toString());
    }

    @Override
    public <T> T getBodyAs(Class<T> type) {
      return null;
    }

    @Override
    public Object getLocalConnectionId() {
      return null;
    }
  }
}
