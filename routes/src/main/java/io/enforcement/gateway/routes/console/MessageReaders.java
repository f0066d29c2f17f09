package io.enforcement.gateway.routes.console;

import io.enforcement.gateway.routes.partner.ExchangeKey;
import io.enforcement.gateway.routes.partner.Restrictions;
import io.enforcement.gateway.routes.security.ReadingAs;
import io.enforcement.gateway.routes.store.MessageViews;
import io.enforcement.gateway.routes.store.MessageViews.Head;
import io.enforcement.gateway.routes.store.MessageViews.RecordView;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/**
 * Who may know of a message: its sender, its sender's developers, and people; of restricted
 * exchanges listed people only. Thread-safe.
 */
@Component
class MessageReaders {

  private final MessageViews views;
  private final Restrictions restrictions;

  MessageReaders(MessageViews views, Restrictions restrictions) {
    this.views = views;
    this.restrictions = restrictions;
  }

  boolean mayRead(Authentication caller, Head head) {
    return ReadingAs.partner(caller)
        .map(partner -> partner.equals(head.partner()))
        .orElseGet(() -> !isHiddenFrom(caller.getName(), head));
  }

  private boolean isHiddenFrom(String person, Head head) {
    return restrictions.hides(
        person,
        ways(head),
        views.records(head.id()).stream().map(RecordView::kind).filter(Objects::nonNull).toList());
  }

  private List<ExchangeKey> ways(Head head) {
    return Stream.concat(
            Stream.of(new ExchangeKey(head.partner(), head.exchange())),
            views.deliveries(head.id()).stream()
                .map(d -> new ExchangeKey(d.receiver(), d.exchange())))
        .toList();
  }
}
