/** Proof that the code words of this partner are the standard's codes, and which have none. */
package io.enforcement.gateway.mappings.procuratorate;
