package org.tocsin.connect.feed;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jdom2.Attribute;
import org.jdom2.Element;
import org.jdom2.JDOMException;
import org.jdom2.filter.Filters;
import org.tocsin.connect.net.HttpUrl;

/**
 * A list of feeds as feed readers export it: {@code outline} elements with an {@code xmlUrl}, nested at will.
 *
 * @param feeds in the order of the file, each once
 * @param mistakes outlines that were left out, with what was wrong
 */
record Opml(Set<URI> feeds, List<String> mistakes) {

    /**
     * Reads a file.
     *
     * @throws IOException when it can't be read or is no OPML, with what is accepted
     */
    static Opml read(Path file) throws IOException {
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(file);
        } catch (IOException e) {
            throw new IOException(file + " can't be read: " + e, e);
        }
        try {
            Element root = SafeXml.parse(TextDecoding.decode(bytes, "")).getRootElement();
            if (!root.getName().equalsIgnoreCase("opml")) {
                throw new IOException(file + " is no OPML: its root element is '" + root.getName() + "'");
            }
            return of(root);
        } catch (JDOMException | SafeXml.Refused e) {
            throw new IOException(file + " is no OPML: " + e.getMessage(), e);
        }
    }

    private static Opml of(Element root) {
        Set<URI> feeds = new LinkedHashSet<>();
        List<String> mistakes = new ArrayList<>();
        for (Element outline : root.getDescendants(Filters.element())) {
            for (Attribute attribute : outline.getAttributes()) {
                if (attribute.getName().equalsIgnoreCase("xmlUrl")
                        && !attribute.getValue().isBlank()) {
                    try {
                        feeds.add(HttpUrl.parse(attribute.getValue()));
                    } catch (IllegalArgumentException e) {
                        mistakes.add(String.valueOf(e.getMessage()));
                    }
                }
            }
        }
        return new Opml(feeds, mistakes);
    }
}
