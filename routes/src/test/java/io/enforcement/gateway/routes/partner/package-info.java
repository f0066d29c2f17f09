/** Tests of what partners' folders say, without a gateway around them. */
package io.enforcement.gateway.routes.partner;
