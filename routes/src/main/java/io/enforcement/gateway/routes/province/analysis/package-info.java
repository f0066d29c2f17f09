/**
 * Analyses of supervision: what supervisors look for again and again, asked of the provincial
 * database with parameters, saved under a name, each result linked to the acts that it stands on.
 *
 * <p>An analysis is a file ({@code province/analyses}), so that a new one is no code. Nothing here
 * may show a person, nor write an act. Start reading at {@link
 * io.enforcement.gateway.routes.province.analysis.Analysis}.
 */
package io.enforcement.gateway.routes.province.analysis;
