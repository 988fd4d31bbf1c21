package org.tocsin.processor.cli;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tocsin.processor.Requeued;

/**
 * A record of the articles topic as it is stored.
 *
 * @param key as it was
 * @param value as it was
 * @param requeued why it had been put back before
 * @param newer offset of a later record with the same key: a newer version of the article
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record SourceRecord(byte @Nullable [] key, byte[] value, Requeued requeued, Optional<Long> newer) {}
