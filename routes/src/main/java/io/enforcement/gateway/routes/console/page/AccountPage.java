package io.enforcement.gateway.routes.console.page;

import io.enforcement.gateway.routes.security.Passwords;
import io.enforcement.gateway.routes.security.Person;
import io.enforcement.gateway.routes.security.PersonAuthentication;
import io.enforcement.gateway.routes.security.SignIns;
import io.enforcement.gateway.routes.security.SignIns.Change;
import io.enforcement.gateway.routes.security.Totp;
import jakarta.servlet.http.HttpSession;
import org.springframework.security.core.session.SessionInformation;
import org.springframework.security.core.session.SessionRegistry;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A person's own password and second factor. */
@Controller
class AccountPage {

  /** Where the secret waits until its first code has proven that it was taken over. */
  private static final String SECRET = AccountPage.class.getName();

  private final SignIns signIns;
  private final SessionRegistry sessions;

  AccountPage(SignIns signIns, SessionRegistry sessions) {
    this.signIns = signIns;
    this.sessions = sessions;
  }

  @GetMapping("/console/password")
  String password(PersonAuthentication caller, Model model) {
    model.addAttribute("standing", signIns.standing(caller.getPrincipal().id()).orElseThrow());
    model.addAttribute("shortest", Passwords.SHORTEST);
    return "console/password";
  }

  /** Another password; all other sessions of the person end. */
  @PostMapping("/console/password")
  String change(
      @RequestParam String present,
      @RequestParam String wanted,
      @RequestParam String again,
      PersonAuthentication caller,
      HttpSession session,
      RedirectAttributes next) {
    if (!wanted.equals(again)) {
      next.addFlashAttribute("fault", "password.unequal");
      return "redirect:/console/password";
    }
    Person person = caller.getPrincipal();
    Change change = signIns.changePassword(person, present, wanted);
    if (change != Change.DONE) {
      next.addFlashAttribute("fault", change == Change.WRONG ? "password.wrong" : "password.weak");
      return "redirect:/console/password";
    }
    sessions.getAllSessions(person, false).stream()
        .filter(other -> !other.getSessionId().equals(session.getId()))
        .forEach(SessionInformation::expireNow);
    next.addFlashAttribute("done", "password.done");
    return "redirect:/console";
  }

  @GetMapping("/console/second-factor")
  String secondFactor(PersonAuthentication caller, HttpSession session, Model model) {
    boolean inUse = signIns.standing(caller.getPrincipal().id()).orElseThrow().secondFactor();
    model.addAttribute("inUse", inUse);
    if (!inUse) {
      if (session.getAttribute(SECRET) == null) {
        session.setAttribute(SECRET, Totp.secret());
      }
      model.addAttribute("secret", Totp.text((byte[]) session.getAttribute(SECRET)));
    }
    return "console/second-factor";
  }

  @PostMapping("/console/second-factor")
  String use(
      @RequestParam String code,
      PersonAuthentication caller,
      HttpSession session,
      RedirectAttributes next) {
    byte[] secret = (byte[]) session.getAttribute(SECRET);
    boolean done =
        secret != null
            && signIns.useSecondFactor(caller.getPrincipal(), secret, code) == Change.DONE;
    if (done) {
      session.removeAttribute(SECRET);
    }
    return told(done, "factor.on", next);
  }

  @PostMapping("/console/second-factor/drop")
  String drop(@RequestParam String code, PersonAuthentication caller, RedirectAttributes next) {
    boolean done = signIns.dropSecondFactor(caller.getPrincipal(), code) == Change.DONE;
    return told(done, "factor.off", next);
  }

  private static String told(boolean done, String text, RedirectAttributes next) {
    next.addFlashAttribute(done ? "done" : "fault", done ? text : "factor.wrong");
    return "redirect:/console/second-factor";
  }
}
