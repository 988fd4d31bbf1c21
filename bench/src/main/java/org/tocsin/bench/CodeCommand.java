package org.tocsin.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import org.tocsin.coder.Article;
import org.tocsin.coder.EventCoder;
import org.tocsin.coder.json.JsonLines;
import org.tocsin.coder.json.VerdictJson;
import picocli.CommandLine.Command;

/** Article lines on standard input, coded lines on standard output. */
@Command(name = "code", description = "Articles on standard input, one coded line each on standard output.")
final class CodeCommand implements Callable<Integer> {
    @Override
    public Integer call() throws IOException, JsonLines.BadLine {
        EventCoder coder = EventCoder.load();
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            Article article = JsonLines.article(line);
            System.out.println(VerdictJson.line(article.id(), coder.code(article)));
        }
        return 0;
    }
}
