package io.enforcement.gateway.routes.console;

import io.enforcement.gateway.routes.partner.Restrictions;
import io.enforcement.gateway.routes.security.ReadingAs;
import io.enforcement.gateway.routes.store.ConversationViews.Reader;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/** As whom a caller reads conversations: a partner its own, people what is not restricted. */
@Component
class ConversationReaders {

  private final Restrictions restrictions;

  ConversationReaders(Restrictions restrictions) {
    this.restrictions = restrictions;
  }

  Reader reader(Authentication caller) {
    return ReadingAs.partner(caller)
        .map(partner -> new Reader(partner, false))
        .orElseGet(() -> new Reader(null, restrictions.lists(caller.getName())));
  }
}
