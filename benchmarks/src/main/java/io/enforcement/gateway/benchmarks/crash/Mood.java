package io.enforcement.gateway.benchmarks.crash;

import io.enforcement.gateway.benchmarks.wire.HttpListener.Reply;

/** How a receiver answers. Unless it denies or refuses it has done the work before it answers. */
public enum Mood {
  WELL(200, "{\"status\":\"OK\"}"),
  /** It did the work, and says that it failed. */
  FAILS_AFTERWARDS(500, "{}"),
  /** It did the work, and says nothing that can be read. */
  BABBLES(200, "<html>\u0000{]"),
  /** It did the work, and the answer is empty. */
  SAYS_NOTHING(200, ""),
  /** It did nothing, and has a fault in an answer that says 200. */
  DENIES(200, "{\"status\":\"NO\"}"),
  /** It did the work, and answers twice. */
  ANSWERS_TWICE(200, "{\"status\":\"OK\"}"),
  /** It did nothing, and says so: what it does not have it will not take. */
  REFUSES(422, "{}");

  private final int status;
  private final String body;

  Mood(int status, String body) {
    this.status = status;
    this.body = body;
  }

  Reply answer() {
    Reply once = Reply.of(status, body);
    return this == ANSWERS_TWICE ? once.twice() : once;
  }
}
