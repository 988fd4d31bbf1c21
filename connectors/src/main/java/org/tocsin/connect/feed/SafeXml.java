package org.tocsin.connect.feed;

import com.rometools.rome.io.impl.XmlFixerReader;
import java.io.IOException;
import java.io.StringReader;
import org.jdom2.Document;
import org.jdom2.JDOMException;
import org.jdom2.input.SAXBuilder;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.XMLFilterImpl;

/** XML of strangers: no document type, no entities, nothing loaded from elsewhere. */
final class SafeXml {
    private static final String SAX = "http://xml.org/sax/features/";
    private static final String XERCES = "http://apache.org/xml/features/";

    private static final int MAX_DEPTH = 250;

    private SafeXml() {}

    /**
     * Parses. What publishers get wrong most is mended first: characters that XML must not have, HTML's named entities,
     * a lone ampersand, blanks before the prolog.
     *
     * @throws Refused when there is a document type
     * @throws JDOMException when it is not well-formed
     */
    static Document parse(String text) throws JDOMException, Refused {
        SAXBuilder builder = new SAXBuilder();
        builder.setFeature(XERCES + "disallow-doctype-decl", true);
        builder.setFeature(SAX + "external-general-entities", false);
        builder.setFeature(SAX + "external-parameter-entities", false);
        builder.setFeature(XERCES + "nonvalidating/load-external-dtd", false);
        builder.setExpandEntities(false);
        builder.setXMLFilter(new Shallow());
        try {
            return builder.build(new XmlFixerReader(new StringReader(legal(text))));
        } catch (JDOMException e) {
            if (String.valueOf(e.getMessage()).contains("DOCTYPE is disallowed")) {
                throw new Refused();
            }
            throw e;
        } catch (IOException e) {
            throw new JDOMException(e.getMessage(), e);
        }
    }

    private static String legal(String text) {
        StringBuilder legal = new StringBuilder(text.length());
        text.codePoints().filter(SafeXml::isLegal).forEach(legal::appendCodePoint);
        return legal.toString();
    }

    /** XML 1.0, section 2.2. */
    private static boolean isLegal(int c) {
        boolean lineOrTab = c == '\t' || c == '\n' || c == '\r';
        boolean surrogate = c >= 0xd800 && c <= 0xdfff;
        return lineOrTab || (c >= ' ' && !surrogate && c != 0xfffe && c != 0xffff);
    }

    /** JDOM walks to the root at each element: a document of a megabyte, deep alone, would take it minutes. */
    private static final class Shallow extends XMLFilterImpl {
        private int depth;

        @Override
        public void startElement(String uri, String local, String name, Attributes attributes) throws SAXException {
            depth++;
            if (depth > MAX_DEPTH) {
                throw new SAXException("elements are nested more than " + MAX_DEPTH + " deep");
            }
            super.startElement(uri, local, name, attributes);
        }

        @Override
        public void endElement(String uri, String local, String name) throws SAXException {
            depth--;
            super.endElement(uri, local, name);
        }
    }

    /** The document has a document type. */
    static final class Refused extends Exception {
        Refused() {
            super("it has a document type (DOCTYPE), which is refused");
        }
    }
}
