package io.enforcement.gateway.mappings.xml;

import com.ctc.wstx.api.WstxOutputProperties;
import com.ctc.wstx.stax.WstxOutputFactory;
import javax.xml.stream.XMLOutputFactory;

/** How all XML for partners is written. Any thread. */
public final class XmlOutput {

  private static final XMLOutputFactory FACTORY = factory();

  private XmlOutput() {}

  /** Makes the writers; nothing is set on it any more. */
  public static XMLOutputFactory writers() {
    return FACTORY;
  }

  private static XMLOutputFactory factory() {
    WstxOutputFactory factory = new WstxOutputFactory();
    // Some readers of the field look for the declaration as a text.
    factory.setProperty(WstxOutputProperties.P_USE_DOUBLE_QUOTES_IN_XML_DECL, true);
    return factory;
  }
}
