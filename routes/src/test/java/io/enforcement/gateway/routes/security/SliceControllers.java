package io.enforcement.gateway.routes.security;

import io.enforcement.gateway.routes.problem.ProblemException;
import io.enforcement.gateway.standards.validation.Finding;
import io.enforcement.gateway.standards.validation.Rejected;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RestController;

/** What stands behind the door in this slice; it only shows who came through. */
@RestController
class SliceControllers {

  @PostMapping("/api/v1/exchanges/{exchange}")
  Map<String, Object> exchange(
      @PathVariable String exchange,
      @RequestAttribute(PartnerRequest.ATTRIBUTE) PartnerRequest request) {
    return switch (exchange) {
      case "refused" ->
          throw new Rejected(
              List.of(
                  Finding.of("intake.size", "parties[0].uscc", "18 characters", "7"),
                  Finding.of("number.shape", "amount", null)));
      case "too-many" -> throw ProblemException.overQuota(Duration.ofSeconds(2));
      case "broken" -> throw new IllegalStateException("value-4711");
      default ->
          Map.of(
              "partner", request.partner(),
              "nonce", String.valueOf(request.nonce()),
              "body", new String(request.body(), StandardCharsets.UTF_8));
    };
  }

  @GetMapping("/api/v1/messages/{id}")
  Map<String, String> message(Principal caller) {
    return Map.of("caller", caller.getName());
  }

  @GetMapping({"/api/v1/parked", "/api/v1/totals"})
  Map<String, String> read(Principal caller) {
    return Map.of("caller", caller.getName());
  }

  @PostMapping("/api/v1/parked/{id}/replay")
  Map<String, String> replay(Principal caller) {
    return Map.of("caller", caller.getName());
  }

  @GetMapping("/")
  String page() {
    return "counts";
  }
}
