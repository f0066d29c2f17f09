package io.enforcement.gateway.routes.console.page;

import io.enforcement.gateway.routes.console.ReconciliationsApi;
import io.enforcement.gateway.routes.province.store.ReconciliationStore.Day;
import io.enforcement.gateway.routes.province.store.ReconciliationStore.Differing;
import io.enforcement.gateway.routes.security.PersonAuthentication;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Days of sources as they stated them and as the province holds them, what differs by name, and the
 * word of the person who ends a day. A difference is known by its act, never by a party.
 */
@Controller
@ConditionalOnProperty("gateway.province.enabled")
class ReconciliationPages {

  private static final List<String> STATES =
      List.of("DIFFERENT", "COMPARING", "SIGNED_OFF", "CLOSED");

  private final ReconciliationsApi reconciliations;

  ReconciliationPages(ReconciliationsApi reconciliations) {
    this.reconciliations = reconciliations;
  }

  @GetMapping("/console/reconciliations")
  String days(
      @RequestParam(required = false) String source,
      @RequestParam(required = false) LocalDate day,
      @RequestParam(required = false) String state,
      Model model) {
    List<Day> days =
        reconciliations.days(MessagePages.given(source), day, MessagePages.given(state));
    model.addAttribute("days", days);
    model.addAttribute("full", ReconciliationsApi.DAYS);
    model.addAttribute("states", STATES);
    model.addAttribute("source", MessagePages.given(source));
    model.addAttribute("day", day);
    model.addAttribute("state", MessagePages.given(state));
    return "console/reconciliations";
  }

  /**
   * @param after number of the last difference that was read
   */
  @GetMapping("/console/reconciliations/{id}")
  String day(@PathVariable UUID id, @RequestParam(defaultValue = "0") long after, Model model) {
    Day day = reconciliations.day(id);
    List<Differing> differences = reconciliations.differences(id, after);
    model.addAttribute("day", day);
    model.addAttribute("differences", differences);
    model.addAttribute(
        "next",
        differences.size() < ReconciliationsApi.DIFFERENCES
            ? null
            : differences.get(differences.size() - 1).id());
    return "console/reconciliation";
  }

  /** What is left is explained, and the day is over. */
  @PostMapping("/console/reconciliations/{id}/sign-off")
  String signOff(
      @PathVariable UUID id, @RequestParam String explanation, PersonAuthentication caller) {
    reconciliations.signOff(id, explanation, caller);
    return "redirect:/console/reconciliations/" + id;
  }
}
