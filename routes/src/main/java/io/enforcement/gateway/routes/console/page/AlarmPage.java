package io.enforcement.gateway.routes.console.page;

import io.enforcement.gateway.routes.alarm.Alarm;
import io.enforcement.gateway.routes.console.AlarmsApi;
import io.enforcement.gateway.routes.security.PersonAuthentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What stands now. */
@Controller
class AlarmPage {

  private final AlarmsApi alarms;

  AlarmPage(AlarmsApi alarms) {
    this.alarms = alarms;
  }

  @GetMapping("/console/alarms")
  String alarms(
      @RequestParam(required = false) Alarm.Kind kind, PersonAuthentication caller, Model model) {
    model.addAttribute(
        "alarms",
        alarms.alarms(caller).stream()
            .filter(alarm -> kind == null || alarm.kind() == kind)
            .toList());
    model.addAttribute("kind", kind);
    model.addAttribute("kinds", Alarm.Kind.values());
    return "console/alarms";
  }

  @PostMapping("/console/alarms/held/{partner}/{exchange}/release")
  String release(
      @PathVariable String partner, @PathVariable String exchange, PersonAuthentication caller) {
    alarms.release(partner, exchange, caller);
    return "redirect:/console/alarms";
  }
}
