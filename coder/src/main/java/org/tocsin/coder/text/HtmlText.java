package org.tocsin.coder.text;

import java.util.Locale;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jsoup.parser.Tag;
import org.jsoup.select.NodeVisitor;

/** HTML to plain text: blocks become paragraphs, and each character knows where in the mark-up it stood. */
final class HtmlText {
    /** Longest entity that is looked for: the longest that HTML has takes 33. */
    private static final int LONGEST_ENTITY = 34;

    private static final Set<String> NO_TEXT = Set.of(
            "script", "style", "noscript", "template", "nav", "footer", "aside", "form", "button", "svg", "head");

    private static final Set<String> LINES = Set.of("br", "td", "th", "li", "dt", "dd", "figcaption");

    private HtmlText() {}

    /** Holds a tag that HTML knows, or what looks like a character entity. */
    static boolean isHtml(String raw) {
        for (int i = raw.indexOf('<'); i >= 0; i = raw.indexOf('<', i + 1)) {
            if (i + 2 < raw.length() && isTagStart(raw, i + 1)) {
                return true;
            }
        }
        for (int i = raw.indexOf('&'); i >= 0; i = raw.indexOf('&', i + 1)) {
            if (entityEnd(raw, i, raw.length()) > 0) {
                return true;
            }
        }
        return false;
    }

    private static boolean isTagStart(String raw, int at) {
        int name = raw.charAt(at) == '/' ? at + 1 : at;
        if (raw.startsWith("!--", at)) {
            return true;
        }
        int end = name;
        while (end < raw.length() && end - name < 10 && isAsciiLetterOrDigit(raw.charAt(end))) {
            end++;
        }
        return end > name
                && end < raw.length()
                && (raw.charAt(end) == '>' || raw.charAt(end) == ' ' || raw.charAt(end) == '/')
                && Tag.isKnownTag(raw.substring(name, end).toLowerCase(Locale.ROOT));
    }

    private static boolean isAsciiLetterOrDigit(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }

    static PlainText read(String raw) {
        Parser parser = Parser.htmlParser().setTrackPosition(true);
        Element body = parser.parseInput(raw, "").body();
        PlainText.Builder text = new PlainText.Builder(raw.length());
        body.traverse(new Walker(raw, text, body.selectFirst("p, br, div, li, td") == null));
        return text.build(raw.length());
    }

    /** Skips what is no text of the article, and adds the rest in the order of the mark-up. */
    private static final class Walker implements NodeVisitor {
        private final String raw;
        private final PlainText.Builder text;
        /** Without a tag that breaks lines, the line feeds are the paragraphs. */
        private final boolean keepsLines;

        private int skipping;

        Walker(String raw, PlainText.Builder text, boolean keepsLines) {
            this.raw = raw;
            this.text = text;
            this.keepsLines = keepsLines;
        }

        @Override
        public void head(Node node, int depth) {
            if (node instanceof Element element) {
                skipping += NO_TEXT.contains(element.normalName()) ? 1 : 0;
                endLine(element);
            } else if (node instanceof TextNode words && skipping == 0) {
                int begin = words.sourceRange().startPos();
                int end = words.sourceRange().endPos();
                if (begin >= 0 && end <= raw.length()) {
                    add(raw, begin, end);
                }
            }
        }

        @Override
        public void tail(Node node, int depth) {
            if (node instanceof Element element) {
                endLine(element);
                skipping -= NO_TEXT.contains(element.normalName()) ? 1 : 0;
            }
        }

        private void endLine(Element element) {
            if (element.isBlock() || LINES.contains(element.normalName())) {
                text.endParagraph(Math.max(0, element.sourceRange().startPos()));
            }
        }

        /** An entity's characters all stand where it begins. */
        private void add(String source, int begin, int end) {
            int i = begin;
            while (i < end) {
                int entity = source.charAt(i) == '&' ? entityEnd(source, i, end) : -1;
                if (entity > 0) {
                    String decoded = Parser.unescapeEntities(source.substring(i, entity), false);
                    for (int k = 0; k < decoded.length(); k++) {
                        text.add(decoded.charAt(k), i);
                    }
                    i = entity;
                } else {
                    char c = source.charAt(i);
                    text.add(c == '\n' && !keepsLines ? ' ' : c, i);
                    i++;
                }
            }
        }
    }

    /** Where the entity that begins there ends, after its semicolon; -1 when none does. */
    private static int entityEnd(String source, int begin, int end) {
        for (int i = begin + 1; i < Math.min(end, begin + LONGEST_ENTITY); i++) {
            char c = source.charAt(i);
            if (c == ';') {
                return i - begin > 2 ? i + 1 : -1;
            }
            if (!isAsciiLetterOrDigit(c) && c != '#') {
                return -1;
            }
        }
        return -1;
    }
}
