package org.tocsin.bench.speed;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.tocsin.bench.DataSet;
import org.tocsin.coder.Article;
import org.tocsin.coder.EventCoder;
import org.tocsin.coder.Verdict;

/** Time to code one article of attack news, by its length: the distribution, and whether it grows as the text does. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class LengthBenchmark {
    /** Folder with one folder per annotated set. */
    @Param("")
    public String data = "";

    /** Characters. */
    @Param({"5000", "10000", "100000", "1000000", "1048576"})
    public int length = 5000;

    private final EventCoder coder = EventCoder.load();
    private Article article = new Article("a", null, null, null, "", null, null, null);

    /** Strings articles of muc4 together to one of that length. */
    @Setup
    public void read() throws IOException {
        StringBuilder body = new StringBuilder();
        while (body.length() < length) {
            for (Article one : DataSet.read(Path.of(data), "muc4/dev").articles()) {
                body.append(one.body()).append("\n\n");
            }
        }
        article = new Article("a", null, null, null, body.substring(0, length), null, null, null);
    }

    /** Codes it once. */
    @Benchmark
    public Verdict oneArticle() {
        return coder.code(article);
    }
}
