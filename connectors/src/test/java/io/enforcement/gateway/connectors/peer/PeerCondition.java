package io.enforcement.gateway.connectors.peer;

import java.util.Optional;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/** Runs a test where its peer is installed; see {@link Peer}. */
final class PeerCondition implements ExecutionCondition {

  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    ConditionEvaluationResult result =
        AnnotationSupport.findAnnotation(context.getElement(), Peer.class)
            .map(peer -> decide(peer, InstalledPeer.required()))
            .orElseGet(() -> ConditionEvaluationResult.enabled("no peer"));
    if (result.isDisabled()) {
      System.out.println(
          "peer test left out: %s, %s"
              .formatted(context.getDisplayName(), result.getReason().orElseThrow()));
    }
    return result;
  }

  static ConditionEvaluationResult decide(Peer peer, boolean required) {
    Optional<String> missing = InstalledPeer.of(peer).missing(required);
    return missing
        .map(ConditionEvaluationResult::disabled)
        .orElseGet(() -> ConditionEvaluationResult.enabled(peer.value() + " is installed"));
  }
}
