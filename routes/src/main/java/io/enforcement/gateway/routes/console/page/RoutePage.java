package io.enforcement.gateway.routes.console.page;

import io.enforcement.gateway.routes.console.RoutesApi;
import io.enforcement.gateway.routes.console.RoutesApi.Reason;
import io.enforcement.gateway.routes.console.RoutesApi.RouteStatus;
import io.enforcement.gateway.routes.console.RoutesApi.Window;
import io.enforcement.gateway.routes.problem.ProblemCode;
import io.enforcement.gateway.routes.problem.ProblemException;
import io.enforcement.gateway.routes.security.PersonAuthentication;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
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

  /** Where a person says why: pausing concerns all routes to a receiver. */
  @GetMapping("/console/routes/{receiver}/hold")
  String hold(@PathVariable String receiver, PersonAuthentication caller, Model model) {
    List<RouteStatus> its =
        routes.routes(Window.M15, caller).stream()
            .filter(route -> route.receiver().equals(receiver))
            .toList();
    if (its.isEmpty()) {
      throw ProblemException.of(ProblemCode.NOT_FOUND);
    }
    model.addAttribute("receiver", receiver);
    model.addAttribute("routes", its);
    model.addAttribute("pause", its.get(0).pause());
    return "console/route-hold";
  }

  @PostMapping("/console/routes/{receiver}/pause")
  String pause(
      @PathVariable String receiver, @RequestParam String reason, PersonAuthentication caller) {
    routes.pause(receiver, new Reason(reason), caller);
    return "redirect:/console/routes";
  }

  @PostMapping("/console/routes/{receiver}/resume")
  String resume(
      @PathVariable String receiver, @RequestParam String reason, PersonAuthentication caller) {
    routes.resume(receiver, new Reason(reason), caller);
    return "redirect:/console/routes";
  }
}
