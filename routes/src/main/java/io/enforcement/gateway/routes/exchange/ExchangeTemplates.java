package io.enforcement.gateway.routes.exchange;

import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.processor.aggregate.GroupedBodyAggregationStrategy;
import org.springframework.stereotype.Component;

/**
 * The templates that carry the whole traffic. A partner is a parameter: a route is read once and
 * trusted everywhere.
 *
 * <p>Nothing here is relied on for correctness: attempts are counted in the store, tokens may be
 * lost, so token routes have no error handler and no transaction. Translate and deliver run per
 * partner, because order is promised per sender and lane.
 */
@Component
class ExchangeTemplates extends RouteBuilder {

  static final String INTAKE = "intake";
  static final String POLL = "poll";
  static final String TRANSLATE = "translate";
  static final String DELIVER = "deliver";

  @Override
  public void configure() {
    // A partner's bytes come in: on disk first, then the receipt.
    routeTemplate(INTAKE)
        .templateParameter("partner")
        .templateParameter("exchange")
        .from(IntakeDoor.ROUTE + "{{partner}}.{{exchange}}")
        .errorHandler(noErrorHandler())
        .bean("intake", "keep")
        .id("keep-message")
        .bean("intake", "wakeTranslation")
        .id("wake-translation");

    // What a partner left for us is fetched and goes the same way in.
    routeTemplate(POLL)
        .templateParameter("partner")
        .templateParameter("exchange")
        .templateParameter("period")
        .from("timer:poll.{{partner}}.{{exchange}}?period={{period}}&includeMetadata=false")
        .errorHandler(noErrorHandler())
        .bean("polling", "look('{{partner}}', '{{exchange}}')")
        .id("look-for-items");

    // Messages of one sender, in their order, become records and outbox rows.
    routeTemplate(TRANSLATE)
        .templateParameter("partner")
        .from("jms:queue:translate.{{partner}}?concurrentConsumers=1")
        .errorHandler(noErrorHandler())
        .bean("translation", "claim('{{partner}}')")
        .id("claim-messages")
        .bean("translation", "translate")
        .id("translate-and-check")
        .bean("registration", "commit")
        .id("commit-records");

    // Heads of the receiver's lanes: attempts on disk, then sent, then their outcomes on disk.
    routeTemplate(DELIVER)
        .templateParameter("partner")
        .templateParameter("concurrency")
        .from("jms:queue:out.{{partner}}?concurrentConsumers={{concurrency}}")
        .errorHandler(noErrorHandler())
        .bean("delivery", "claim('{{partner}}', ${body})")
        .id("claim-deliveries")
        .split(body(), new GroupedBodyAggregationStrategy())
        .id("each-attempt")
        .bean("delivery", "send")
        .id("send-attempt")
        .end()
        .bean("delivery", "settle")
        .id("commit-outcomes");
  }
}
