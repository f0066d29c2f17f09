package io.enforcement.gateway.routes.story;

import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Starts the gateway for the first story that asks, and stops it after the last test. */
final class SharedGateway implements ParameterResolver, AfterEachCallback {

  private static final Namespace STORIES = Namespace.create(SharedGateway.class);

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == StoryGateway.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return gateway(context);
  }

  /** What a story broke at the partners ends with it. */
  @Override
  public void afterEach(ExtensionContext context) {
    gateway(context).reset();
  }

  private static StoryGateway gateway(ExtensionContext context) {
    return context
        .getRoot()
        .getStore(STORIES)
        .computeIfAbsent(StoryGateway.class, key -> StoryGateway.start(), StoryGateway.class);
  }
}
