package io.enforcement.gateway.routes.sandbox;

import java.io.PrintStream;

/** Tells a person what is going on, in Chinese and English, one line each. */
final class Progress {

  private final PrintStream stream;
  private final long began = System.nanoTime();

  Progress(PrintStream stream) {
    this.stream = stream;
  }

  void say(String zh, String en) {
    stream.printf("[%5.1f s] %s / %s%n", seconds(), zh, en);
  }

  double seconds() {
    return (System.nanoTime() - began) / 1e9;
  }
}
