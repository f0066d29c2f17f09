package io.enforcement.gateway.routes.security;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the headers of other profiles than our own are called here: the usual names, which a place
 * may have changed.
 */
@ConfigurationProperties("gateway.intake.headers")
public record CallerHeaders(
    @DefaultValue("gjgxjhpt_rid") String rid,
    @DefaultValue("gjgxjhpt_sid") String sid,
    @DefaultValue("gjgxjhpt_rtime") String rtime,
    @DefaultValue("gjgxjhpt_sign") String sign,
    @DefaultValue("x-tif-paasid") String paasid,
    @DefaultValue("x-tif-timestamp") String timestamp,
    @DefaultValue("x-tif-nonce") String nonce,
    @DefaultValue("x-tif-signature") String signature) {}
