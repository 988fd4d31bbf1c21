package org.tocsin.processor.watchlist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import org.junit.jupiter.api.Test;

/** What applying a file changes. */
class WatchlistChangeRuleTest {
    private static final String ONE = "targets:\n  - {id: a, aliases: [x]}\n  - {id: b, aliases: [y]}\n";
    private static final String OTHER = "targets:\n  - {id: a, aliases: [x, z]}\n";

    @Test
    void shouldChangeNothingWhenTheFileSaysWhatIsInForce() {
        Watchlist inForce = WatchlistChange.between(Watchlist.none(), read(ONE)).next();

        assertThat(WatchlistChange.between(inForce, read(ONE)).isEmpty()).isTrue();
    }

    @Test
    void shouldRaiseTheVersionOfWhatDiffersAndRemoveWhatIsGone() {
        Watchlist inForce = WatchlistChange.between(Watchlist.none(), read(ONE)).next();

        WatchlistChange change = WatchlistChange.between(inForce, read(OTHER));

        assertThat(change.targets()).extracting("id", "version").containsExactly(tuple("a", 2));
        assertThat(change.removedTargets()).containsExactly("b");
        assertThat(change.next().version()).isEqualTo(2);
        assertThat(change.next().hash()).isNotEqualTo(inForce.hash());
    }

    @Test
    void shouldNotTakeAnEntryThatComesBackWithOtherAliasesForTheOneThatWasRemoved() {
        Watchlist first = WatchlistChange.between(Watchlist.none(), read(ONE)).next();
        Watchlist without = WatchlistChange.between(first, read(OTHER)).next();

        WatchlistChange back = WatchlistChange.between(without, read(ONE.replace("y", "other")));

        assertThat(back.targets())
                .filteredOn(back::isNew)
                .extracting("id", "version")
                .containsExactly(tuple("b", 3));
        assertThat(back.next().hash()).isNotEqualTo(first.hash());
    }

    private static Watchlist read(String yaml) {
        return WatchlistFile.read(yaml).watchlist();
    }
}
