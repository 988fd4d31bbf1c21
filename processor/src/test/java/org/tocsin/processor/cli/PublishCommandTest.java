package org.tocsin.processor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tocsin.processor.Settings;
import org.tocsin.processor.stack.TestStack;
import org.tocsin.processor.stack.TopicSetup;
import org.tocsin.schemas.Article;
import org.tocsin.schemas.DeadLetter;
import org.tocsin.schemas.DeadLetterReason;
import org.tocsin.schemas.Topic;
import org.tocsin.schemas.Topics;

class PublishCommandTest {
    @TempDir
    Path directory;

    private final Settings settings = TestStack.installation(Map.of());

    /** One partition, so that the order of what was published can be seen. */
    @BeforeEach
    void setUpTopics() throws Exception {
        NewTopic articles = new NewTopic(Topics.ARTICLES.name(settings.topicPrefix()), 1, (short) 1);
        try (Admin admin = Admin.create(settings.kafka())) {
            TopicSetup.create(admin, List.of(articles.configs(Topics.ARTICLES.config())));
        }
        new TopicSetup(settings).run();
    }

    @Test
    void shouldNameBadLinesAndKeepThemAsDeadLetters() throws IOException {
        Path file = directory.resolve("feed.jsonl");
        Files.writeString(file, "{\"id\":\"good\",\"body\":\"b\"}\nnot json\n\n{\"id\":\"also\",\"body\":\"b\"}\n");

        Call call = publish(file.toString());

        assertThat(call.exitCode()).isEqualTo(1);
        assertThat(call.err()).contains(file + ", line 2: not JSON");
        assertThat(read(Topics.ARTICLES)).extracting(Article::getId).containsExactlyInAnyOrder("good", "also");
        assertThat(read(Topics.DEAD_LETTERS)).singleElement().satisfies(letter -> {
            assertThat(letter.getReason()).isEqualTo(DeadLetterReason.BAD_LINE);
            assertThat(letter.getFile()).contains(file.toString());
            assertThat(letter.getLine()).contains(2L);
            assertThat(letter.getPayloadBytes()).isEqualTo(8);
        });
    }

    @Test
    void shouldPublishAnArticleOfMoreThanAMebibyteAndRefuseOneOfMoreThanFour() throws IOException {
        Path file = directory.resolve("long.jsonl");
        Files.writeString(file, article("long", 2 << 20) + article("too-long", 5 << 20));

        Call call = publish(file.toString());

        assertThat(call.exitCode()).isEqualTo(1);
        assertThat(read(Topics.ARTICLES)).extracting(Article::getId).containsExactly("long");
        assertThat(read(Topics.DEAD_LETTERS))
                .singleElement()
                .extracting(DeadLetter::getReason)
                .isEqualTo(DeadLetterReason.TOO_LONG);
    }

    @Test
    void shouldPublishABackFillInOrderOfPublication() throws IOException {
        Path newer = directory.resolve("newer.jsonl");
        Files.writeString(newer, dated("c", "2015-03-02T08:00:00Z") + dated("a", "2015-03-01T08:00:00Z"));
        Path older = directory.resolve("older.jsonl");
        Files.writeString(older, dated("b", "2015-03-01") + "{\"id\":\"d\",\"body\":\"undated\"}\n");

        Call call = publish("--back-fill", newer.toString(), older.toString());

        assertThat(call.exitCode()).isZero();
        assertThat(read(Topics.ARTICLES)).extracting(Article::getId).containsExactly("a", "b", "c", "d");
        assertThat(call.err()).contains("4 articles published");
    }

    @Test
    void shouldReadStandardInput() throws IOException {
        Call call = Call.withInput(
                "{\"id\":\"piped\",\"body\":\"b\"}\n",
                "publish",
                "--config",
                Call.configFile(directory, settings),
                "-");

        assertThat(call.exitCode()).isZero();
        assertThat(read(Topics.ARTICLES)).extracting(Article::getId).containsExactly("piped");
    }

    private Call publish(String... files) throws IOException {
        List<String> arguments = new ArrayList<>(List.of("publish", "--config", Call.configFile(directory, settings)));
        arguments.addAll(List.of(files));
        return Call.of(arguments.toArray(String[]::new));
    }

    private <T extends SpecificRecord> List<T> read(Topic<T> topic) {
        List<T> records = new ArrayList<>();
        try (TopicReader<T> reader = new TopicReader<>(settings, topic, Call.console())) {
            reader.readToEnd(records::add);
        }
        return records;
    }

    private static String article(String id, int characters) {
        return "{\"id\":\"%s\",\"body\":\"%s\"}%n".formatted(id, "word ".repeat(characters / 5));
    }

    private static String dated(String id, String publishedAt) {
        return "{\"id\":\"%s\",\"publishedAt\":\"%s\",\"body\":\"b\"}%n".formatted(id, publishedAt);
    }
}
