/**
 * How fast the provincial database fills: records of 27 sources as the translation keeps them,
 * taken into the provincial tables by a real gateway, and beside it PostgreSQL's own {@code COPY}
 * of the rows that came of it into tables with the same columns, partitions and indexes, on the
 * same server in the same run.
 *
 * <p>What it leaves out: intake, translation and rules. Must not write a provincial row itself.
 * Start reading at {@link io.enforcement.gateway.benchmarks.province.ProvinceRun}.
 */
package io.enforcement.gateway.benchmarks.province;
