/**
 * How the gateway says no over HTTP: one document (RFC 9457, {@code application/problem+json}), one
 * list of codes, texts in Chinese and English.
 *
 * <p>Must not know: partners, the store, what an exchange is. It never repeats a value of the
 * input, neither in the answer nor in the log.
 *
 * <p>Start reading at {@link io.enforcement.gateway.routes.problem.ProblemCode}, then {@link
 * io.enforcement.gateway.routes.problem.Diagnosis}, which turns every failure into one of them.
 */
package io.enforcement.gateway.routes.problem;
