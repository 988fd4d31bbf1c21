package org.tocsin.processor.cli;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.tocsin.processor.Names;
import org.tocsin.processor.Settings;
import org.tocsin.schemas.Article;
import org.tocsin.schemas.MergeInput;
import org.tocsin.schemas.RecordJson;
import org.tocsin.schemas.TallyInput;
import org.tocsin.schemas.Topic;
import org.tocsin.schemas.Topics;

/** The payload of a dead letter for people: the record as JSON where it can be read as one, else text, else Base64. */
final class PayloadText {
    private final Settings settings;

    PayloadText(Settings settings) {
        this.settings = settings;
    }

    String of(Letter letter) {
        Optional<byte[]> payload = letter.letter().getPayload().map(Letter::bytes);
        if (payload.isEmpty()) {
            return letter.letter().getPayloadBytes() == 0
                    ? "none: it is still at its origin"
                    : "none: its %d bytes are too many"
                            .formatted(letter.letter().getPayloadBytes());
        }
        return letter.letter()
                .getOrigin()
                .flatMap(origin -> record(origin.getTopic(), payload.get()))
                .orElseGet(() -> textOrBase64(payload.get()));
    }

    private Optional<String> record(String topic, byte[] payload) {
        try {
            var values = settings.serdes().values(type(topic)).deserializer();
            return Optional.ofNullable(values.deserialize(topic, payload)).map(RecordJson::line);
        } catch (SerializationException | ClassCastException notThisSchema) {
            return Optional.empty();
        }
    }

    private Class<? extends SpecificRecord> type(String topic) {
        if (topic.endsWith("-" + Names.REPORTS + "-repartition")) {
            return MergeInput.class;
        }
        if (topic.endsWith("-" + Names.CONTRIBUTIONS + "-repartition")) {
            return TallyInput.class;
        }
        return Topics.ALL.stream()
                .filter(known -> known.name(settings.topicPrefix()).equals(topic))
                .findFirst()
                .<Class<? extends SpecificRecord>>map(Topic::type)
                .orElse(Article.class);
    }

    private static String textOrBase64(byte[] payload) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(payload))
                    .toString();
            if (text.chars().noneMatch(c -> Character.isISOControl(c) && !Character.isWhitespace(c))) {
                return text;
            }
        } catch (CharacterCodingException notText) {
            // Then as it is.
        }
        return "base64 " + Base64.getEncoder().encodeToString(payload);
    }
}
