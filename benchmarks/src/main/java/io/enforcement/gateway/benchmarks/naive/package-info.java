/**
 * What a capable team would write first, as the yardstick: HTTP in, durable queue, transacted
 * consumer, one row, HTTP out, one commit per message; once in Camel and once in Spring
 * Integration, alike in all else. Each runs as a process of its own. Must not know the gateway.
 * Start reading at {@link io.enforcement.gateway.benchmarks.naive.NaiveProcess}.
 */
package io.enforcement.gateway.benchmarks.naive;
