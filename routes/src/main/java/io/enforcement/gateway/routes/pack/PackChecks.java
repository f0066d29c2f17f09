package io.enforcement.gateway.routes.pack;

import io.enforcement.gateway.routes.pack.check.PackProblem;
import io.enforcement.gateway.routes.pack.check.PackCheck;
import io.enforcement.gateway.routes.partner.PackFiles;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Checks packs in the language of whoever asks, against today. Thread-safe. */
@Component
class PackChecks {

  private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

  private final Clock clock;

  PackChecks(Clock clock) {
    this.clock = clock;
  }

  List<PackProblem> of(PackFiles pack) {
    Locale language = LocaleContextHolder.getLocale();
    return new PackCheck(language, LocalDate.now(clock.withZone(CHINA))).check(pack);
  }
}
