package io.enforcement.gateway.routes.console.page;

import io.enforcement.gateway.routes.console.PartnersApi;
import io.enforcement.gateway.routes.problem.ProblemCode;
import io.enforcement.gateway.routes.problem.ProblemException;
import io.enforcement.gateway.routes.security.PersonAuthentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The partners: what they send and receive, how long ago, and whom to call. */
@Controller
class PartnerPage {

  private final PartnersApi partners;

  PartnerPage(PartnersApi partners) {
    this.partners = partners;
  }

  @GetMapping("/console/partners")
  String partners(PersonAuthentication caller, Model model) {
    model.addAttribute("partners", partners.partners(caller));
    return "console/partners";
  }

  @GetMapping("/console/partners/{id}")
  String partner(@PathVariable String id, PersonAuthentication caller, Model model) {
    model.addAttribute(
        "partner",
        partners.partners(caller).stream()
            .filter(partner -> partner.id().equals(id))
            .findFirst()
            .orElseThrow(() -> ProblemException.of(ProblemCode.NOT_FOUND)));
    return "console/partner";
  }
}
