package io.enforcement.gateway.routes.broker;

import org.apache.activemq.artemis.api.core.ActiveMQException;
import org.apache.activemq.artemis.api.core.ActiveMQExceptionType;
import org.apache.activemq.artemis.api.core.Message;
import org.apache.activemq.artemis.core.server.ServerSession;
import org.apache.activemq.artemis.core.server.plugin.ActiveMQServerPlugin;
import org.apache.activemq.artemis.core.transaction.Transaction;

/** Tells a sender at once that a message is too large, instead of putting it aside later. */
record MessageSizeLimit(int maxBytes) implements ActiveMQServerPlugin {

  @Override
  public void beforeSend(
      ServerSession session,
      Transaction transaction,
      Message message,
      boolean direct,
      boolean noAutoCreateQueue)
      throws ActiveMQException {
    if (message.getWholeMessageSize() > maxBytes) {
      throw new ActiveMQException(
          ActiveMQExceptionType.GENERIC_EXCEPTION, "larger than " + maxBytes + " bytes");
    }
  }
}
