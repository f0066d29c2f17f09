package io.enforcement.gateway.routes.province.store;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings under {@code gateway.province}.
 *
 * @param enabled whether this gateway fills a provincial database
 * @param reader database role of data staff
 * @param restrictedReader database role of those who may read what is secret as a whole
 * @param statementDue how long after the end of a day its records and statements are in time
 */
@ConfigurationProperties(prefix = "gateway.province", ignoreUnknownFields = false)
public record ProvinceSettings(
    boolean enabled,
    @DefaultValue("province_reader") String reader,
    @DefaultValue("province_restricted_reader") String restrictedReader,
    @DefaultValue("PT12H") Duration statementDue) {}
