package io.enforcement.gateway.routes.console.page;

import io.enforcement.gateway.routes.alarm.Alarm;
import io.enforcement.gateway.routes.alarm.AlarmBoard;
import io.enforcement.gateway.routes.console.AlarmsApi;
import io.enforcement.gateway.routes.console.AlarmsApi.Acknowledgement;
import io.enforcement.gateway.routes.console.AlarmsApi.Silence;
import io.enforcement.gateway.routes.security.PersonAuthentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What stands now, and what people do about it. */
@Controller
class AlarmPage {

  private static final String BACK = "redirect:/console/alarms";

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

  /** Where a person says why. */
  @GetMapping("/console/alarms/{kind}/word")
  String word(
      @PathVariable Alarm.Kind kind,
      @RequestParam(required = false) String partner,
      @RequestParam(required = false) String exchange,
      PersonAuthentication caller,
      Model model) {
    model.addAttribute("alarm", alarms.find(kind, partner, exchange, caller));
    model.addAttribute("longest", AlarmBoard.LONGEST_SILENCE.toHours());
    return "console/alarm-word";
  }

  @PostMapping("/console/alarms/{kind}/acknowledgement")
  String acknowledge(
      @PathVariable Alarm.Kind kind,
      @RequestParam(required = false) String partner,
      @RequestParam(required = false) String exchange,
      @RequestParam String reason,
      PersonAuthentication caller) {
    alarms.acknowledge(kind, partner, exchange, new Acknowledgement(reason), caller);
    return BACK;
  }

  @PostMapping("/console/alarms/{kind}/silence")
  String silence(
      @PathVariable Alarm.Kind kind,
      @RequestParam(required = false) String partner,
      @RequestParam(required = false) String exchange,
      @RequestParam String reason,
      @RequestParam int hours,
      PersonAuthentication caller) {
    alarms.silence(kind, partner, exchange, new Silence(reason, hours), caller);
    return BACK;
  }

  @PostMapping("/console/alarms/held/{partner}/{exchange}/release")
  String release(
      @PathVariable String partner, @PathVariable String exchange, PersonAuthentication caller) {
    alarms.release(partner, exchange, caller);
    return BACK;
  }
}
