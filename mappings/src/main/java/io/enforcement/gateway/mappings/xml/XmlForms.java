package io.enforcement.gateway.mappings.xml;

/**
 * How a partner writes what XML has no one form for.
 *
 * @param day pattern of a day, for example {@code yyyyMMdd}
 * @param moment pattern of a moment in Beijing time
 * @param yes what it writes for yes
 * @param no what it writes for no
 */
public record XmlForms(String day, String moment, String yes, String no) {}
