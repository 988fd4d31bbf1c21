package org.tocsin.processor.cli;

import org.apache.avro.specific.SpecificRecord;
import org.tocsin.processor.Settings;
import org.tocsin.processor.view.CommittedReader;
import org.tocsin.schemas.Topic;

/** Reads one topic, and tells the person at the keyboard of what cannot be read. */
final class TopicReader<T extends SpecificRecord> extends CommittedReader<T> {
    TopicReader(Settings settings, Topic<T> topic, Console console) {
        super(settings, topic, console::say);
    }
}
