package org.tocsin.connect.feed;

import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;

/** HTML to plain text: paragraphs apart by an empty line, without scripts, forms, menus, pictures and their captions. */
final class HtmlText {
    /** Deeper markup is no article, and every walk over it costs stack. */
    private static final int MAX_DEPTH = 400;

    private static final Pattern MARKUP = Pattern.compile(
            "<(?:/?(?:p|br|div|span|a|b|i|em|strong|img|ul|ol|li|h[1-6]|table|blockquote|figure|script|style|iframe)"
                    + "\\b[^<>]*|!--)>?",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern ENTITY = Pattern.compile("&(?:#\\d{2,6}|#x[0-9a-fA-F]{2,5}|[a-zA-Z]{2,8});");
    private static final String NOISE =
            "script,style,noscript,template,iframe,object,embed,svg,canvas,form,button,input,select,textarea,"
                    + "nav,aside,footer,figure,picture,audio,video,dialog,[hidden],[aria-hidden=true]";
    private static final Set<String> CELLS = Set.of("td", "th");
    private static final Pattern BLANKS = Pattern.compile("[\\s\\u00a0\\u200b\\ufeff]+");

    private HtmlText() {}

    /** The text with its paragraphs. What looks like plain text is taken as such. */
    static String of(String written) {
        String text = looksLikeHtml(written) ? text(parse(written, "").body()) : plain(written);
        // Markup that was escaped twice is markup still; once more at most, as no one escapes it three times.
        return MARKUP.matcher(text).find() ? text(parse(text, "").body()) : text;
    }

    /** The text in one line. */
    static String line(String written) {
        return BLANKS.matcher(of(written)).replaceAll(" ").strip();
    }

    /** Parses a page or a part of one. */
    static Document parse(String html, String base) {
        return Jsoup.parse(html, base, Parser.htmlParser().setMaxDepth(MAX_DEPTH));
    }

    /** The text of an element with its paragraphs. Removes the noise from the element. */
    static String text(Element element) {
        element.select(NOISE).remove();
        Paragraphs paragraphs = new Paragraphs();
        NodeTraversor.traverse(paragraphs, element);
        return paragraphs.text();
    }

    private static boolean looksLikeHtml(String text) {
        return MARKUP.matcher(text).find() || ENTITY.matcher(text).find();
    }

    private static String plain(String written) {
        Paragraphs paragraphs = new Paragraphs();
        written.lines().forEach(line -> {
            paragraphs.append(line);
            if (line.isBlank()) {
                paragraphs.end();
            } else {
                paragraphs.append(" ");
            }
        });
        return paragraphs.text();
    }

    /** Collects words; an end of a block ends the paragraph. */
    private static final class Paragraphs implements NodeVisitor {
        private final StringBuilder done = new StringBuilder();
        private final StringBuilder open = new StringBuilder();
        private int breaks;

        @Override
        public void head(Node node, int depth) {
            if (node instanceof TextNode words) {
                if (!words.isBlank()) {
                    breaks = 0;
                }
                append(words.getWholeText());
            } else if (node instanceof Element element) {
                if (element.nameIs("br")) {
                    lineBreak();
                } else if (element.isBlock() && !CELLS.contains(element.normalName())) {
                    end();
                }
            }
        }

        @Override
        public void tail(Node node, int depth) {
            if (node instanceof Element element) {
                if (CELLS.contains(element.normalName())) {
                    append(" ");
                } else if (element.isBlock()) {
                    end();
                }
            }
        }

        /** Two line breaks in a row are how old systems end a paragraph. */
        private void lineBreak() {
            breaks++;
            if (breaks > 1) {
                end();
            } else {
                append(" ");
            }
        }

        void append(String words) {
            open.append(words);
        }

        void end() {
            String paragraph = BLANKS.matcher(open).replaceAll(" ").strip();
            open.setLength(0);
            breaks = 0;
            if (!paragraph.isEmpty()) {
                done.append(done.isEmpty() ? "" : "\n\n").append(paragraph);
            }
        }

        String text() {
            end();
            return done.toString();
        }
    }
}
