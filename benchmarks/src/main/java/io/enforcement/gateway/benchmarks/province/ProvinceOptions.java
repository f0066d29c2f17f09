package io.enforcement.gateway.benchmarks.province;

import java.nio.file.Path;

/**
 * What a province run is asked to do.
 *
 * @param records how many, spread over three years
 * @param portion so many are there at once; each portion is measured
 */
public record ProvinceOptions(int records, int portion, Path gatewayJar) {}
