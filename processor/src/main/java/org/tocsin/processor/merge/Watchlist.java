package org.tocsin.processor.merge;

import java.util.List;
import java.util.Optional;
import org.tocsin.schemas.LinkedTarget;
import org.tocsin.schemas.Place;
import org.tocsin.schemas.ReportedTarget;

/** One version of the listed targets, as merge asks for them. */
public interface Watchlist {
    /** Nothing is listed. */
    Watchlist NONE = new Watchlist() {
        @Override
        public long version() {
            return 0;
        }

        @Override
        public List<LinkedTarget> link(ReportedTarget target, Optional<Place> place) {
            return List.of();
        }
    };

    /** Its version; 0 when nothing is listed. */
    long version();

    /** The listed targets that the text may mean at that place, with their groups; empty when it is none of them. */
    List<LinkedTarget> link(ReportedTarget target, Optional<Place> place);
}
