package io.enforcement.gateway.routes.cli;

import io.enforcement.gateway.routes.CannotStart;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.UnboundConfigurationPropertiesException;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.web.server.PortInUseException;

/** Says in one line why the gateway did not start. */
final class StartFailure {

  private StartFailure() {}

  static String line(Throwable failure) {
    Throwable root = failure;
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      String line = known(cause);
      if (line != null) {
        return oneLine(line);
      }
      root = cause;
    }
    return oneLine(
        "did not start: "
            + root.getClass().getSimpleName()
            + ": "
            + root.getMessage()
            + " (--debug shows where)");
  }

  private static String known(Throwable cause) {
    if (cause instanceof CannotStart) {
      return cause.getMessage();
    }
    if (cause instanceof PortInUseException port) {
      return "Port " + port.getPort() + " is taken; choose another one with --port.";
    }
    if (cause instanceof UnboundConfigurationPropertiesException unknown) {
      return unknown(unknown);
    }
    if (cause instanceof BindException setting && !saysWhy(setting)) {
      return damaged(setting);
    }
    return null;
  }

  /** Whether what lies beneath says more: a setting that does not exist, or a check of ours. */
  private static boolean saysWhy(BindException setting) {
    Throwable why = setting.getCause();
    while (why != null
        && !(why instanceof CannotStart)
        && !(why instanceof UnboundConfigurationPropertiesException)) {
      why = why.getCause();
    }
    return why != null;
  }

  private static String unknown(UnboundConfigurationPropertiesException unknown) {
    ConfigurationProperty first = unknown.getUnboundProperties().iterator().next();
    return place(first) + "the setting " + first.getName() + " does not exist.";
  }

  // The value itself is not repeated: it may be a secret in the wrong place.
  private static String damaged(BindException setting) {
    ConfigurationProperty property = setting.getProperty();
    return place(property)
        + "the setting "
        + (property == null ? setting.getName() : property.getName())
        + " cannot be used; expected "
        + expected(setting)
        + ".";
  }

  private static String expected(BindException setting) {
    Class<?> type = setting.getTarget().getType().resolve(Object.class);
    if (type == boolean.class || type == Boolean.class) {
      return "true or false";
    }
    if (Number.class.isAssignableFrom(type) || type.isPrimitive()) {
      return "a number";
    }
    return "a value of type " + type.getSimpleName();
  }

  private static String place(ConfigurationProperty property) {
    return property == null || property.getOrigin() == null
        ? ""
        : property.getOrigin().toString().replaceFirst("^URL \\[file:(.*)\\] - ", "$1:") + ": ";
  }

  private static String oneLine(String text) {
    return text.replaceAll("\\s*\\R\\s*", " ");
  }
}
