/**
 * The tool of partners whose messages are XML: a small tree and the partner's own XSD. The schema
 * lies in the partner's folder and is the contract in both directions: what does not follow it is
 * refused before anything is translated, and nothing leaves that the partner would refuse for its
 * form.
 *
 * <p>It must not know any partner, nor what an element means. Start reading at {@link
 * io.enforcement.gateway.mappings.xml.XmlContract}.
 */
package io.enforcement.gateway.mappings.xml;
