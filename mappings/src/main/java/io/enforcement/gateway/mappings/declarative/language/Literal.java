package io.enforcement.gateway.mappings.declarative.language;

import java.util.Optional;
import java.util.function.Function;

/**
 * An argument that a mapping writes down, so that it is checked when the mapping is read and not
 * when the first record comes.
 *
 * @param place of the argument, from 0
 * @param orVariable whether a variable may stand there, for functions that pass it on
 * @param wrong what is wrong with a text, if anything
 */
public record Literal(int place, boolean orVariable, Function<String, Optional<Fault>> wrong) {}
