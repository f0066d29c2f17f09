package io.enforcement.gateway.benchmarks.naive;

import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.integration.config.EnableIntegration;
import org.springframework.integration.dsl.IntegrationFlow;
import org.springframework.integration.jms.dsl.Jms;
import org.springframework.jms.listener.DefaultMessageListenerContainer;
import org.springframework.jms.support.JmsHeaders;
import org.springframework.messaging.MessageChannel;
import org.springframework.messaging.support.GenericMessage;

/** The naive flow in Spring Integration: direct channels, session transactions of the container. */
final class SpringIntegrationFlow implements NaiveFlow {

  private final AnnotationConfigApplicationContext context =
      new AnnotationConfigApplicationContext();
  private final MessageChannel intake;

  SpringIntegrationFlow(QueueBroker broker, int consumers, Step step) {
    context.registerBean(
        QueueBroker.class, () -> broker, definition -> definition.setDestroyMethodName(""));
    context.registerBean(Step.class, () -> step);
    context.registerBean("consumers", Integer.class, () -> consumers);
    context.register(Flows.class);
    context.refresh();
    intake = context.getBean("intake", MessageChannel.class);
  }

  @Override
  public void accept(byte[] body) {
    intake.send(new GenericMessage<>(body));
  }

  @Override
  public void close() {
    context.close();
  }

  @Configuration(proxyBeanMethods = false)
  @EnableIntegration
  static class Flows {

    @Bean
    IntegrationFlow storeMessage(QueueBroker broker) {
      return IntegrationFlow.from("intake")
          .handle(Jms.outboundAdapter(broker.producers()).destination(QueueBroker.WORK))
          .get();
    }

    @Bean
    IntegrationFlow forward(QueueBroker broker, Integer consumers, Step step) {
      var container =
          Jms.container(broker.consumers(), QueueBroker.WORK)
              .sessionTransacted(true)
              .concurrentConsumers(consumers)
              .cacheLevel(DefaultMessageListenerContainer.CACHE_CONSUMER);
      return IntegrationFlow.from(Jms.messageDrivenChannelAdapter(container))
          .handle(message -> handle(step, message))
          .get();
    }

    private static void handle(Step step, org.springframework.messaging.Message<?> message) {
      try {
        String id = message.getHeaders().get(JmsHeaders.MESSAGE_ID, String.class);
        step.handle(id, (byte[]) message.getPayload());
      } catch (Exception e) {
        throw new IllegalStateException("not forwarded", e);
      }
    }
  }
}
