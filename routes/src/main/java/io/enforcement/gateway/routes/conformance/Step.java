package io.enforcement.gateway.routes.conformance;

/**
 * One thing that was tried, in the words of one language. No value of a message stands in it.
 *
 * @param id stable, for programs
 * @param subject exchange and sample, or what else it is about; may be empty
 * @param expected what should have come
 * @param came what came, or why nobody has tried
 * @param fix what to do; empty unless it failed
 */
public record Step(
    String id,
    String subject,
    Result result,
    String title,
    String expected,
    String came,
    String fix) {}
