package org.tocsin.processor.cli;

import org.tocsin.schemas.Article;

/** The Avro record of an article that was read from JSON. */
final class ArticleRecord {
    private ArticleRecord() {}

    static Article of(org.tocsin.coder.Article article) {
        return Article.newBuilder()
                .setId(article.id())
                .setUrl(article.url())
                .setSource(article.source())
                .setTitle(article.title())
                .setBody(article.body())
                .setLanguage(article.language())
                .setPublishedAt(article.publishedAt())
                .setPublishedOn(article.publishedOn())
                .build();
    }
}
