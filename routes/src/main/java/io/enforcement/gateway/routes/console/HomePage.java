package io.enforcement.gateway.routes.console;

import io.enforcement.gateway.routes.partner.Restrictions;
import io.enforcement.gateway.routes.problem.Language;
import io.enforcement.gateway.routes.store.MessageViews;
import io.enforcement.gateway.routes.store.Totals;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * The page at {@code /}: counts per route and the latest messages, nothing personal. The console
 * comes later.
 */
@Controller
class HomePage {

  private static final int LATEST = 20;

  private final Totals totals;
  private final MessageViews views;
  private final Restrictions restrictions;
  private final Clock clock;

  HomePage(Totals totals, MessageViews views, Restrictions restrictions, Clock clock) {
    this.totals = totals;
    this.views = views;
    this.restrictions = restrictions;
    this.clock = clock;
  }

  @GetMapping("/")
  String home(Model model, HttpServletRequest request) {
    model.addAttribute("records", totals.records());
    Instant now = clock.instant();
    model.addAttribute("conversations", totals.conversations(now, now.plus(ConversationsApi.SOON)));
    model.addAttribute("routes", totals.routes());
    model.addAttribute("receivers", totals.receivers());
    model.addAttribute(
        "latest", views.latest(LATEST, restrictions.hiddenFrom(Restrictions.NOBODY)));
    model.addAttribute("zh", Language.of(request) == Language.ZH);
    return "home";
  }
}
