package lossloupe.cli;

import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/// Where results and messages go and input comes from.
record Console(PrintWriter out, PrintWriter err, InputStream in) {
    private static final String PREFIX = "lossloupe: ";

    /// The streams of the process. A terminal that claims to know ASCII only is given UTF-8, which it passes
    /// through.
    static Console ofProcess() {
        return new Console(writer(System.out), writer(System.err), System.in);
    }

    static Console of(OutputStream out, OutputStream err, InputStream in) {
        return new Console(writer(out, StandardCharsets.UTF_8), writer(err, StandardCharsets.UTF_8), in);
    }

    /// One sentence on standard error.
    void say(String sentence) {
        err.println(PREFIX + sentence);
        err.flush();
    }

    private static PrintWriter writer(PrintStream stream) {
        var charset = stream.charset();
        return writer(stream, charset.equals(StandardCharsets.US_ASCII) ? StandardCharsets.UTF_8 : charset);
    }

    private static PrintWriter writer(OutputStream stream, Charset charset) {
        return new PrintWriter(new OutputStreamWriter(stream, charset), false);
    }
}
