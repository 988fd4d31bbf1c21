package org.tocsin.connect.sink;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tocsin.schemas.Alert;
import org.tocsin.schemas.AlertKind;

/**
 * A revision of an alert on its way to a receiver.
 *
 * @param alert as it stands in the topic
 * @param ends the receiver is to regard it as over
 * @param recordedAt timestamp of the record
 * @param now when it is sent
 * @param levelBefore level at which the receiver was last told that it fires; null when it has not been told, or when
 *     that does not matter to it
 */
record Announcement(Alert alert, boolean ends, Instant recordedAt, Instant now, @Nullable String levelBefore) {

    /** The same for every attempt at this revision, in every life of the connector. */
    static String idempotencyKey(Alert alert) {
        return alert.getAlertId() + "-" + alert.getRevision();
    }

    /** True when nothing is to be done about it any more; a correction of a closed day is such news, too. */
    static boolean isOver(Alert alert) {
        return alert.getKind() == AlertKind.WITHDRAWN || alert.getKind() == AlertKind.CLOSED || alert.getAfterClose();
    }
}
