package io.falconer.bench;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Jackson's tokenizer alone over a whole file, on several threads: what reading a log costs a JVM at the least if nothing is
 * done with it. No text is decoded but what {@link JsonParser#nextToken()} decodes by itself, the keys.
 */
final class Tokenizer {
    private final JsonFactory factory = new JsonFactory();

    /** The tokens of a file of JSON lines. */
    long tokens(Path file, int threads) throws IOException {
        try (FileChannel channel = FileChannel.open(file);
                ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            LineBlocks blocks = new LineBlocks(channel);
            List<Callable<Long>> tasks = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                tasks.add(() -> tokens(blocks.block()));
            }
            long tokens = 0;
            for (Future<Long> task : pool.invokeAll(tasks)) {
                tokens += task.get();
            }
            return tokens;
        } catch (InterruptedException | ExecutionException e) {
            throw new IOException(e);
        }
    }

    private long tokens(LineBlocks.Block block) throws IOException {
        long tokens = 0;
        while (block.take()) {
            try (JsonParser parser = factory.createParser(block.bytes(), block.start(), block.length())) {
                while (parser.nextToken() != null) {
                    tokens++;
                }
            }
        }
        return tokens;
    }
}
