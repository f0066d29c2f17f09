package io.enforcement.gateway.routes.console;

import io.enforcement.gateway.routes.alarm.Alarm;
import io.enforcement.gateway.routes.alarm.AlarmSource;
import io.enforcement.gateway.routes.brake.Floods;
import io.enforcement.gateway.routes.partner.ExchangeKey;
import io.enforcement.gateway.routes.partner.Restrictions;
import io.enforcement.gateway.routes.problem.ProblemCode;
import io.enforcement.gateway.routes.problem.ProblemException;
import java.util.Comparator;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What people are to look at, and the hand that lets a held sender go on. */
@RestController
public class AlarmsApi {

  private final List<AlarmSource> sources;
  private final Floods floods;
  private final Restrictions restrictions;

  AlarmsApi(List<AlarmSource> sources, Floods floods, Restrictions restrictions) {
    this.sources = sources;
    this.floods = floods;
    this.restrictions = restrictions;
  }

  /** What stands now, the latest first. */
  @GetMapping("/api/v1/alarms")
  public List<Alarm> alarms(Authentication person) {
    return sources.stream()
        .flatMap(source -> source.alarms().stream())
        .filter(alarm -> maySee(alarm, person))
        .sorted(Comparator.comparing(Alarm::since).reversed())
        .toList();
  }

  /** Lets a held sender go on. */
  @PostMapping("/api/v1/alarms/held/{partner}/{exchange}/release")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  public void release(
      @PathVariable String partner, @PathVariable String exchange, Authentication person) {
    ExchangeKey key = new ExchangeKey(partner, exchange);
    if (restrictions.hides(person.getName(), key) || !floods.release(key, person.getName())) {
      throw ProblemException.of(ProblemCode.NOT_FOUND);
    }
  }

  private boolean maySee(Alarm alarm, Authentication person) {
    return alarm.partner() == null
        || alarm.exchange() == null
        || !restrictions.hides(
            person.getName(), new ExchangeKey(alarm.partner(), alarm.exchange()));
  }
}
