package io.enforcement.gateway.routes.console;

import io.enforcement.gateway.routes.failure.FailureClass;
import io.enforcement.gateway.routes.partner.Restrictions;
import io.enforcement.gateway.routes.store.FailureGroupStore;
import io.enforcement.gateway.routes.store.FailureGroupStore.FailureGroup;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * What waits for people, by how it failed: one line for a thousand messages. Of restricted
 * exchanges only listed people see their groups.
 */
@RestController
public class GroupsApi {

  private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

  /**
   * One group; {@code GET /api/v1/parked?group=} has its entries.
   *
   * @param offer what people may do with it
   * @param lastHour entries of the last hour
   * @param hourBefore entries of the hour before it
   * @param nextDue the nearest legal deadline that it touches, in Beijing time
   * @param partners who sent the messages, and whom they were to reach
   */
  public record GroupStatus(
      String group,
      FailureClass failureClass,
      FailureClass.Offer offer,
      String stage,
      String partner,
      String exchange,
      String cause,
      String rule,
      String path,
      long count,
      Instant first,
      Instant last,
      long lastHour,
      long hourBefore,
      OffsetDateTime nextDue,
      List<String> partners) {}

  private final FailureGroupStore groups;
  private final Restrictions restrictions;

  GroupsApi(FailureGroupStore groups, Restrictions restrictions) {
    this.groups = groups;
    this.restrictions = restrictions;
  }

  /** Where a legal deadline is nearest comes first, then the largest. */
  @GetMapping("/api/v1/groups")
  public List<GroupStatus> groups(Authentication person) {
    return groups.groups(restrictions.hiddenFrom(person.getName())).stream()
        .map(GroupsApi::status)
        .toList();
  }

  private static GroupStatus status(FailureGroup group) {
    FailureClass failureClass =
        FailureClass.of(group.stage(), group.state(), group.cause(), group.rule());
    return new GroupStatus(
        group.fingerprint(),
        failureClass,
        failureClass.offer(),
        group.stage(),
        group.partner(),
        group.exchange(),
        group.cause(),
        group.rule(),
        group.path(),
        group.count(),
        group.first(),
        group.last(),
        group.lastHour(),
        group.hourBefore(),
        group.nextDue() == null ? null : OffsetDateTime.ofInstant(group.nextDue(), CHINA),
        group.partners());
  }
}
