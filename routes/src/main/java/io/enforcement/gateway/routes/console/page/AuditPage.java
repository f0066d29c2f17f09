package io.enforcement.gateway.routes.console.page;

import io.enforcement.gateway.routes.console.AuditApi;
import io.enforcement.gateway.routes.store.TrailViews;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What people did, and whether the trail is what it was when it was signed. */
@Controller
class AuditPage {

  private final AuditApi audit;

  AuditPage(AuditApi audit) {
    this.audit = audit;
  }

  @GetMapping("/console/audit")
  String actions(
      @RequestParam(required = false) Long before,
      @RequestParam(required = false) String actor,
      Model model) {
    TrailViews.Page page = audit.actions(before, MessagePages.given(actor));
    model.addAttribute("actions", page.lines());
    model.addAttribute("actor", MessagePages.given(actor));
    model.addAttribute("reach", TrailViews.REACH);
    model.addAttribute("next", page.next());
    return "console/audit";
  }

  /** Checks the whole trail; takes some seconds per million events. */
  @GetMapping("/console/audit/verification")
  String verification(Model model) {
    model.addAttribute("verdict", audit.verification());
    return "console/verification";
  }
}
