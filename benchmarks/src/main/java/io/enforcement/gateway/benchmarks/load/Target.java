package io.enforcement.gateway.benchmarks.load;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/** One of the systems that are measured, running as a process of its own. */
interface Target extends AutoCloseable {

  /** The name in the report. */
  String title();

  /** The port of its HTTP intake. */
  int port();

  /** Where messages are posted to. */
  String path();

  /** The headers of one message. Several threads at a time. */
  Map<String, String> headers(int number, byte[] body);

  /** How many receivers get each message. */
  int receivers();

  /** The JVM. */
  long pid();

  /** Its database lies somewhere below. */
  Path directory();

  @Override
  void close() throws IOException;
}
