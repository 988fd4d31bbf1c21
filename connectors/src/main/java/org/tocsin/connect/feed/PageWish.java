package org.tocsin.connect.feed;

import org.jspecify.annotations.Nullable;

/** The text of one page, awaited. Not thread-safe. */
final class PageWish {
    private @Nullable String text;
    private boolean settled;

    /** @param found null when the page gave no article */
    void settle(@Nullable String found) {
        text = found;
        settled = true;
    }

    boolean isSettled() {
        return settled;
    }

    /** The article; null when the page gave none. */
    @Nullable
    String text() {
        return text;
    }
}
