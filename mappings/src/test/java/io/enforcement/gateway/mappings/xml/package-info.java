/**
 * The proof of the XML tool, with a small schema of its own. Start reading at {@link
 * io.enforcement.gateway.mappings.xml.XmlContractTest}.
 */
package io.enforcement.gateway.mappings.xml;
