package org.tocsin.connect.feed;

/**
 * An item with its identity.
 *
 * @param articleId the same for each version of it
 * @param content hash of what it says: another value is another version
 */
record Entry(Item item, String articleId, long content) {

    static long content(Item item) {
        Published published = item.published();
        return Digest.bits(String.join("\n", String.valueOf(item.title()), item.text(), published.toString()));
    }
}
