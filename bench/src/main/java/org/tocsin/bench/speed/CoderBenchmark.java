package org.tocsin.bench.speed;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;
import org.tocsin.bench.DataSet;
import org.tocsin.coder.Article;
import org.tocsin.coder.EventCoder;

/** Articles coded per second on one core: news as it comes (nine parts bbc, one part muc4), and attack news alone. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
public class CoderBenchmark {
    private static final int ARTICLES = 200;

    /** Folder with one folder per annotated set. */
    @Param("")
    public String data = "";

    /** "mix", or the name of a set. */
    @Param({"mix", "muc4", "gva"})
    public String news = "mix";

    private EventCoder coder = EventCoder.load();
    private List<Article> articles = List.of();

    /** Reads the articles. */
    @Setup
    public void read() throws IOException {
        coder = EventCoder.load();
        articles = new ArrayList<>();
        if (news.equals("mix")) {
            articles.addAll(some("bbc", ARTICLES * 9 / 10));
            articles.addAll(some("muc4", ARTICLES / 10));
        } else {
            articles.addAll(some(news, ARTICLES));
        }
    }

    private List<Article> some(String set, int count) throws IOException {
        return DataSet.read(Path.of(data), set + "/dev").articles().subList(0, count);
    }

    /** Codes all of them once. */
    @Benchmark
    @OperationsPerInvocation(ARTICLES)
    public void articlesPerSecond(Blackhole sink) {
        for (Article article : articles) {
            sink.consume(coder.code(article));
        }
    }
}
