package io.enforcement.gateway.routes.conversation;

import io.enforcement.gateway.routes.CannotStart;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Settings under {@code gateway.conversations}. A conversation is read whole with each record that
 * joins it, so a sender that names one number in all its records must not make it grow for ever.
 *
 * @param mostDocuments a conversation that has so many takes no other by itself; one batch may
 *     bring it somewhat above
 * @param mostBytes and one whose records are so long together, too
 * @param mostShared a record joins no more conversations than these by a number that they share
 * @param lookBack a finding that is older when it becomes known is on the list, and not told
 */
@ConfigurationProperties(prefix = "gateway.conversations", ignoreUnknownFields = false)
record ConversationSettings(
    @DefaultValue("500") int mostDocuments,
    @DefaultValue("16MB") DataSize mostBytes,
    @DefaultValue("50") int mostShared,
    @DefaultValue("P90D") Duration lookBack) {

  ConversationSettings {
    if (mostDocuments < 1 || mostBytes.toBytes() < 1 || mostShared < 1 || lookBack.isNegative()) {
      throw new CannotStart(
          "gateway.conversations: most-documents, most-bytes and most-shared are at least 1,"
              + " look-back is no negative time.");
    }
  }
}
