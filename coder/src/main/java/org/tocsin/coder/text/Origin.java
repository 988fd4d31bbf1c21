package org.tocsin.coder.text;

/** Where a document's characters stood in the article as it was published: in which field, and there at which place. */
public final class Origin {
    private final PlainText title;
    private final PlainText body;
    private final int titleOffset;
    private final int bodyBegin;

    /** The title's text begins at {@code titleOffset} of the plain title, the body's at that place of the document. */
    Origin(PlainText title, int titleOffset, PlainText body, int bodyBegin) {
        this.title = title;
        this.titleOffset = titleOffset;
        this.body = body;
        this.bodyBegin = bodyBegin;
    }

    /**
     * A span of the original.
     *
     * @param inTitle of the title, else of the body
     * @param begin first character, 0-based
     * @param end after the last character
     */
    public record Span(boolean inTitle, int begin, int end) {}

    /** The original's span of the document's characters from {@code begin} up to {@code end}, all in one field. */
    public Span of(int begin, int end) {
        return begin < bodyBegin
                ? new Span(true, title.originalBegin(begin + titleOffset), title.originalEnd(end + titleOffset))
                : new Span(false, body.originalBegin(begin - bodyBegin), body.originalEnd(end - bodyBegin));
    }
}
