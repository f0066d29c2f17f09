/**
 * Annual statistics: acts counted into the forms in use, for any division, period and level, frozen
 * with the digest of what was counted, written as a workbook.
 *
 * <p>Inside all money is yuan; 万元 is what a workbook shows. Which penalty outweighs which, and what
 * a column gathers, is data of a form with its validity. Nothing here may name a person. Start
 * reading at {@link io.enforcement.gateway.routes.province.statistics.Statistics}.
 */
package io.enforcement.gateway.routes.province.statistics;
