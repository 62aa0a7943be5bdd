package lossloupe.export.snippet;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// The interpreter of this machine, if it has one.
public final class Python {
    private Python() {}

    /// What a program printed on both streams.
    public record Outcome(int exit, String said) {}

    /// Whether a module can be imported.
    public static boolean has(String module) {
        try {
            return run(Path.of("."), "-c", "import " + module).exit() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    /// Runs `python3` with these arguments in a folder, for two minutes at most.
    ///
    /// @throws IOException where there is none
    public static Outcome run(Path folder, String... arguments) throws IOException {
        var said = Files.createTempFile("python", ".txt");
        try {
            var process = new ProcessBuilder(Stream.concat(Stream.of("python3"), Stream.of(arguments))
                            .toList())
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(said.toFile())
                    .start();
            if (!process.waitFor(2, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                return new Outcome(-1, "python3 did not end in two minutes: " + List.of(arguments));
            }
            return new Outcome(process.exitValue(), Files.readString(said, StandardCharsets.UTF_8));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        } finally {
            Files.delete(said);
        }
    }
}
