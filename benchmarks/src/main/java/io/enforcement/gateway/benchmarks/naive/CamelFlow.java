package io.enforcement.gateway.benchmarks.naive;

import jakarta.jms.ConnectionFactory;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.Processor;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.jms.JmsComponent;
import org.apache.camel.impl.DefaultCamelContext;

/**
 * The naive flow in Camel. The transaction settings stand in the endpoint URI: set on the component
 * they were silently not in force. Redelivery is the broker's alone.
 */
final class CamelFlow implements NaiveFlow {

  private static final String CONSUMER =
      "jms:queue:%s?transacted=true&lazyCreateTransactionManager=false"
          + "&cacheLevelName=CACHE_CONSUMER&concurrentConsumers=%d";
  private static final String PRODUCER =
      "jms:queue:%s?deliveryPersistent=true&exchangePattern=InOnly";

  private final DefaultCamelContext camel = new DefaultCamelContext();
  private final ProducerTemplate producer;

  CamelFlow(QueueBroker broker, int consumers, Step step) throws Exception {
    camel.addComponent("jms", component(broker.consumers(), broker.producers()));
    Processor forward = new Forward(step);
    camel.addRoutes(
        new RouteBuilder() {
          @Override
          public void configure() {
            errorHandler(noErrorHandler());
            from("direct:intake").to(String.format(PRODUCER, QueueBroker.WORK)).id("store-message");
            from(String.format(CONSUMER, QueueBroker.WORK, consumers))
                .process(forward)
                .id("forward");
          }
        });
    camel.start();
    producer = camel.createProducerTemplate();
  }

  private static JmsComponent component(ConnectionFactory consumers, ConnectionFactory producers) {
    JmsComponent jms = new JmsComponent();
    jms.getConfiguration().setConnectionFactory(producers);
    jms.getConfiguration().setTemplateConnectionFactory(producers);
    jms.getConfiguration().setListenerConnectionFactory(consumers);
    return jms;
  }

  @Override
  public void accept(byte[] body) {
    producer.sendBody("direct:intake", body);
  }

  @Override
  public void close() throws java.io.IOException {
    camel.close();
  }

  /** The route's last step. */
  private record Forward(Step step) implements Processor {

    @Override
    public void process(Exchange exchange) throws Exception {
      Message message = exchange.getMessage();
      step.handle(message.getHeader("JMSMessageID", String.class), message.getBody(byte[].class));
    }
  }
}
