package io.enforcement.gateway.routes.console.page;

import io.enforcement.gateway.routes.console.RoutesApi;
import io.enforcement.gateway.routes.console.RoutesApi.Window;
import io.enforcement.gateway.routes.security.PersonAuthentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/** The board of routes. It reads aggregates of the database and walks nothing else. */
@Controller
class RoutePage {

  private final RoutesApi routes;

  RoutePage(RoutesApi routes) {
    this.routes = routes;
  }

  @GetMapping("/console/routes")
  String routes(
      @RequestParam(defaultValue = "M15") Window window,
      @RequestHeader(name = "HX-Request", required = false) boolean part,
      PersonAuthentication caller,
      Model model) {
    model.addAttribute("routes", routes.routes(window, caller));
    model.addAttribute("window", window);
    model.addAttribute("windows", Window.values());
    return part ? "console/routes :: board" : "console/routes";
  }
}
