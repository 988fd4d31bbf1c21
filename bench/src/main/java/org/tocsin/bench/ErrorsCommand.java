package org.tocsin.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tocsin.coder.Article;
import org.tocsin.coder.EventCoder;
import org.tocsin.coder.json.VerdictJson;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Prints wrong answers with the article's text, for a person to read; the output is third parties' text. */
@Command(
        name = "errors",
        description = "Print wrong answers with their text. For reading only: never store the output.")
final class ErrorsCommand implements Callable<Integer> {
    @Option(names = "--data", required = true, description = "Folder with one folder per annotated set.")
    private Path data = Path.of(".");

    @Option(names = "--set", required = true, description = "As in muc4/dev.")
    private String set = "";

    @Option(names = "--task", required = true, description = "One of ${COMPLETION-CANDIDATES}.")
    private WrongAnswer.Task task = WrongAnswer.Task.detection;

    @Option(names = "--max", description = "How many to print; ${DEFAULT-VALUE} by default.")
    private int max = 50;

    @Option(names = "--skip", description = "How many to pass over first.")
    private int skip;

    @Option(names = "--characters", description = "How much of each text; ${DEFAULT-VALUE} by default.")
    private int characters = 3000;

    @Option(names = "--models", description = "Folder of models to use instead of those that ship.")
    private @Nullable Path models;

    @Override
    public Integer call() throws IOException {
        EventCoder coder = EventCoder.load(ModelFolder.orClassPath(models));
        DataSet read = DataSet.read(data, set);
        int wrong = 0;
        for (int i = 0; i < read.articles().size(); i++) {
            Article article = read.articles().get(i);
            JsonNode answer = DataSet.JSON.readTree(VerdictJson.line(article.id(), coder.code(article)));
            if (WrongAnswer.is(task, read.gold().get(i), answer)) {
                wrong++;
                if (wrong > skip && wrong <= skip + max) {
                    print(article, read.gold().get(i), answer);
                }
            }
        }
        System.out.println(wrong + " of " + read.articles().size() + " articles have a wrong answer");
        return 0;
    }

    private void print(Article article, JsonNode gold, JsonNode answer) {
        String body = article.body();
        System.out.println(
                "==== " + article.id() + "  published " + article.publishedOn() + " " + article.publishedAt());
        System.out.println("gold   " + WrongAnswer.shown(task, gold) + " relevant=" + gold.get("relevant"));
        System.out.println("answer " + WrongAnswer.shown(task, answer) + " "
                + answer.path("verdict").asText() + " " + answer.path("score").asText() + " "
                + answer.path("reason").asText(""));
        System.out.println("title  " + article.title());
        System.out.println(body.substring(0, Math.min(body.length(), characters)));
    }
}
