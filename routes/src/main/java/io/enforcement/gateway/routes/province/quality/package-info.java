/**
 * Quality of what sources send: how much of it is complete, in time, accurate, consistent and as
 * the standard and the law want it, by source, kind and period, with the rules that are broken most
 * and the records that break them.
 *
 * <p>What is judged are the findings that each record came with, checks over what the provincial
 * database holds ({@code province/quality/checks}, each a file), and what was refused. Which rule
 * counts for which dimension, the weights and the formula are data too ({@code dimensions.yaml}).
 * Kinds that are secret as a whole and records marked restricted are left out. Nothing here may
 * show a person, nor write an act. Start reading at {@link
 * io.enforcement.gateway.routes.province.quality.Quality}.
 */
package io.enforcement.gateway.routes.province.quality;
