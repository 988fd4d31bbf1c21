package org.tocsin.connect.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tocsin.connect.net.HttpOutcome.Reply;

class FeedStateTest {
    private static final URI FEED = URI.create("https://news.example/feed");

    @Test
    void shouldComeBackFromItsOffset() {
        List<Entry> entries = entries(0, 3);
        FeedState state = FeedState.of(FEED, null);
        entries.forEach(entry -> state.seen().add(entry));
        state.published(
                new Reply(
                        200,
                        FEED,
                        URI.create("https://news.example/new"),
                        Map.of("etag", List.of("\"1\""), "last-modified", List.of("then")),
                        new byte[0]),
                entries,
                10);

        FeedState back = FeedState.of(FEED, state.offset());

        assertThat(back.url()).hasToString("https://news.example/new");
        assertThat(back.etag()).isEqualTo("\"1\"");
        assertThat(back.modified()).isEqualTo("then");
        assertThat(entries).allMatch(back.seen()::has);
        assertThat(back.offset()).isEqualTo(state.offset());
    }

    @Test
    void shouldForgetAPlaceThatFails() {
        FeedState state = FeedState.of(FEED, Map.of("moved", "https://news.example/new", "etag", "\"1\""));

        assertThat(state.failed()).isEqualTo(1);

        assertThat(state.url()).isEqualTo(FEED);
        assertThat(state.etag()).isNull();
    }

    @Test
    void shouldKeepTheWholeDocumentAndTheNewestThatHaveLeftIt() {
        FeedState state = FeedState.of(FEED, null);
        List<Entry> gone = entries(0, 100);
        List<Entry> present = entries(100, 300);
        gone.forEach(state.seen()::add);
        present.forEach(state.seen()::add);

        state.seen().prune(present, 10);

        assertThat(state.seen().size()).isEqualTo(210);
        assertThat(present).allMatch(state.seen()::has);
        assertThat(gone.subList(90, 100)).allMatch(state.seen()::has);
        assertThat(gone.subList(0, 90)).noneMatch(state.seen()::knows);
    }

    @Test
    void shouldFitALargeFeedIntoOneRecord() {
        FeedState state = FeedState.of(FEED, null);
        entries(0, 21_000).forEach(state.seen()::add);

        assertThat(state.offset().getOrDefault("seen", "").length()).isBetween(400_000, 500_000);
    }

    @Test
    void shouldRefuseAnOffsetThatIsNotItsOwn() {
        assertThatThrownBy(() -> FeedState.of(FEED, Map.of("seen", "AAAA")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("seen");
    }

    private static List<Entry> entries(int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(i -> new Item(null, null, "T" + i, "", Published.UNKNOWN, null, "a"))
                .map(item -> Identities.of(FEED, List.of(item)).get(0))
                .toList();
    }
}
