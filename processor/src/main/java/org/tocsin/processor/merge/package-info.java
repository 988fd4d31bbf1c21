/**
 * Which reports tell of one incident, and what they say of it together. {@link org.tocsin.processor.merge.MergeRule}
 * decides, {@link org.tocsin.processor.merge.Fusion} sums up, {@link org.tocsin.processor.merge.Subjects} says what the
 * incident counts for; {@link org.tocsin.processor.merge.MergeStage} alone knows Kafka.
 */
@NullMarked
package org.tocsin.processor.merge;

import org.jspecify.annotations.NullMarked;
