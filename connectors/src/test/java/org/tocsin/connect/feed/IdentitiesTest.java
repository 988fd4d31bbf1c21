package org.tocsin.connect.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class IdentitiesTest {
    private static final URI FEED = URI.create("https://news.example/feed");
    private static final URI OTHER = URI.create("https://news.example/world");

    @Test
    void shouldKeepTheIdOfAnEditedItem() {
        Entry first = entry(FEED, item("77", "https://news.example/two-hurt", "Two hurt", "a"));
        Entry second = entry(FEED, item("77", "https://news.example/three-hurt", "Three hurt", "b"));

        assertThat(second.articleId()).isEqualTo(first.articleId());
        assertThat(second.content()).isNotEqualTo(first.content());
    }

    @Test
    void shouldBeTheSha256OfALinkThatIsTheGuid() {
        assertThat(entry(FEED, item("https://a.example/1", "https://a.example/1", "T", "t"))
                        .articleId())
                .isEqualTo(Digest.hex("https://a.example/1"))
                .hasSize(64);
    }

    @Test
    void shouldKnowAnArticleInTwoFeedsByAGuidThatIsUniqueInTheWorld() {
        Item tagged = item("tag:news.example,2020:1", null, "T", "t");
        Item numbered = item("1", null, "T", "t");

        assertThat(entry(FEED, tagged).articleId())
                .isEqualTo(entry(OTHER, tagged).articleId());
        assertThat(entry(FEED, numbered).articleId())
                .isNotEqualTo(entry(OTHER, numbered).articleId());
    }

    @Test
    void shouldSeeThroughAGuidThatCountsVersions() {
        Entry first = entry(FEED, item("https://www.a.example/x#0", "https://a.example/x", "T", "t"));
        Entry second = entry(FEED, item("https://www.a.example/x#1", "https://a.example/x", "T", "u"));

        assertThat(second.articleId()).isEqualTo(first.articleId());
    }

    @Test
    void shouldTellItemsOfOnePageApartByTheirFragments() {
        List<Entry> entries = Identities.of(
                FEED,
                List.of(
                        item("https://a.example/log#1", "https://a.example/log#1", "One", "a"),
                        item("https://a.example/log#2", "https://a.example/log#2", "Two", "b")));

        assertThat(entries).extracting(Entry::articleId).doesNotHaveDuplicates().hasSize(2);
    }

    @Test
    void shouldTakeNoGuidThatItemsShare() {
        List<Entry> entries = Identities.of(
                FEED,
                List.of(
                        item("0", "https://a.example/1", "One", "a"),
                        item("0", "https://a.example/2", "Two", "b"),
                        item("0", null, "Three", "c"),
                        item("0", null, "Three", "d")));

        assertThat(entries).hasSize(4);
        assertThat(entries)
                .extracting(Entry::articleId)
                .doesNotHaveDuplicates()
                .contains(Digest.hex("https://a.example/1"));
    }

    @Test
    void shouldDropWhatIsThereTwice() {
        Item item = item("1", null, "T", "t");
        assertThat(Identities.of(FEED, List.of(item, item))).hasSize(1);
    }

    @Test
    void shouldNameAnItemWithNothingButATitleByIt() {
        assertThat(entry(FEED, item(null, null, "T", "a")).articleId())
                .isEqualTo(entry(FEED, item(null, null, "T", "b")).articleId());
    }

    private static Entry entry(URI feed, Item item) {
        return Identities.of(feed, List.of(item)).get(0);
    }

    private static Item item(@Nullable String guid, @Nullable String link, @Nullable String title, String text) {
        return new Item(
                guid, link == null ? null : URI.create(link), title, text, Published.UNKNOWN, null, "news.example");
    }
}
