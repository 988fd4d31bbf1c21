package org.tocsin.processor;

import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Materialized;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Repartitioned;
import org.apache.kafka.streams.processor.UsePartitionTimeOnInvalidTimestamp;
import org.apache.kafka.streams.state.Stores;
import org.jspecify.annotations.Nullable;
import org.tocsin.processor.code.Origins;
import org.tocsin.schemas.Article;
import org.tocsin.schemas.Topic;
import org.tocsin.schemas.Topics;

/** What the pipeline reads: the articles, and the watchlist into every instance. */
final class Inputs {
    private final StreamsBuilder builder;
    private final Settings settings;

    Inputs(StreamsBuilder builder, Settings settings) {
        this.builder = builder;
        this.settings = settings;
    }

    /** Articles by their id. One with another key or none takes a detour over a topic with the right key. */
    KStream<String, Article> articlesById() {
        Serde<Article> articles = Topics.ARTICLES.values(settings.serdes());
        KStream<String, Article> all = builder.stream(
                Topics.ARTICLES.name(settings.topicPrefix()),
                Consumed.with(Serdes.String(), articles)
                        .withTimestampExtractor(new UsePartitionTimeOnInvalidTimestamp())
                        .withName(Names.ARTICLES));
        KStream<String, Article> keyed = all.filter(Inputs::isKeyedById, Named.as("keyed-by-id"));
        KStream<String, Article> rekeyed = all.filterNot(Inputs::isKeyedById, Named.as("keyed-otherwise"))
                .processValues(Origins.Note::new, Named.as("note-origin"))
                .selectKey((key, article) -> article.getId(), Named.as(Names.ARTICLE_KEYS))
                .repartition(Repartitioned.<String, Article>as(Names.REKEYED_ARTICLES)
                        .withKeySerde(Serdes.String())
                        .withValueSerde(articles));
        return keyed.merge(rekeyed, Named.as("articles-by-id"));
    }

    /** Targets, rules and the version that makes them whole, as global stores. */
    void watchlist() {
        global(Topics.TARGETS, Names.TARGETS_STORE);
        global(Topics.ALERT_RULES, Names.RULES_STORE);
        global(Topics.WATCHLIST_VERSIONS, Names.VERSIONS_STORE);
    }

    private <T extends org.apache.avro.specific.SpecificRecord> void global(Topic<T> topic, String store) {
        Serde<T> values = topic.values(settings.serdes());
        builder.globalTable(
                topic.name(settings.topicPrefix()),
                Consumed.with(Serdes.String(), values).withName(topic.name() + "-source"),
                Materialized.<String, T>as(Stores.persistentKeyValueStore(store))
                        .withKeySerde(Serdes.String())
                        .withValueSerde(values));
    }

    private static boolean isKeyedById(@Nullable String key, @Nullable Article article) {
        return article == null || article.getId().equals(key);
    }
}
