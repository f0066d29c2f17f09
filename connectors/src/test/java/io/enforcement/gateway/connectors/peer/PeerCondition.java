package io.enforcement.gateway.connectors.peer;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/** Runs a test class where its peer is installed; see {@link Peer}. */
final class PeerCondition implements ExecutionCondition {

  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    boolean required = "required".equals(System.getenv("ENFORCEMENT_PEERS"));
    ConditionEvaluationResult result =
        AnnotationSupport.findAnnotation(context.getTestClass(), Peer.class)
            .map(peer -> decide(peer, required))
            .orElseGet(() -> ConditionEvaluationResult.enabled("no peer"));
    if (result.isDisabled()) {
      System.out.println(
          "peer test left out: %s, %s"
              .formatted(context.getDisplayName(), result.getReason().orElseThrow()));
    }
    return result;
  }

  static ConditionEvaluationResult decide(Peer peer, boolean required) {
    if (Program.find(peer.program()).isPresent()) {
      return ConditionEvaluationResult.enabled(peer.value() + " is installed");
    }
    String missing = peer.value() + " is not installed (no program " + peer.program() + ")";
    if (required) {
      throw new IllegalStateException("a peer is required: " + missing);
    }
    return ConditionEvaluationResult.disabled(missing);
  }
}
