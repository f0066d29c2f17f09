package io.enforcement.gateway.routes.console.page;

import io.enforcement.gateway.routes.partner.Partner;
import io.enforcement.gateway.routes.partner.PartnerCatalog;
import io.enforcement.gateway.routes.security.People;
import io.enforcement.gateway.routes.security.PersonAuthentication;
import io.enforcement.gateway.routes.security.Role;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Accounts and roles, for security administrators. A password or token that was made is shown in
 * the answer to the very request, and nowhere a second time.
 */
@Controller
class PeoplePage {

  private final People people;
  private final PartnerCatalog catalog;

  PeoplePage(People people, PartnerCatalog catalog) {
    this.people = people;
    this.catalog = catalog;
  }

  @GetMapping("/console/people")
  String people(Model model) {
    model.addAttribute("people", people.list());
    model.addAttribute("roles", Role.values());
    model.addAttribute("partners", catalog.partners().stream().map(Partner::id).toList());
    return "console/people";
  }

  @PostMapping("/console/people")
  String add(
      @RequestParam String name,
      @RequestParam Role role,
      @RequestParam(required = false) String partner,
      PersonAuthentication caller,
      Model model,
      HttpServletResponse response) {
    People.Added added = people.add(caller.getName(), name, role, MessagePages.given(partner));
    return shown(name, added.password(), added.token(), model, response);
  }

  @PostMapping("/console/people/{name}/password")
  String resetPassword(
      @PathVariable String name,
      PersonAuthentication caller,
      Model model,
      HttpServletResponse response) {
    return shown(name, people.resetPassword(caller.getName(), name), null, model, response);
  }

  @PostMapping("/console/people/{name}/disable")
  String disable(@PathVariable String name, PersonAuthentication caller) {
    people.disable(caller.getName(), name);
    return "redirect:/console/people";
  }

  private static String shown(
      String name, String password, String token, Model model, HttpServletResponse response) {
    response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
    model.addAttribute("name", name);
    model.addAttribute("password", password);
    model.addAttribute("token", token);
    return "console/credentials";
  }
}
