package lossloupe.cli;

import com.fasterxml.jackson.core.JsonFactory;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import lossloupe.doctor.Finding;
import lossloupe.doctor.Severity;
import lossloupe.io.ImportPlan.Said;
import lossloupe.tensor.Layout;

/// How findings are written; `begin` and `end` stand around any number of files.
sealed interface Diagnosis {
    /// The words of the option.
    enum Format {
        table,
        json
    }

    static Diagnosis of(Format format, PrintWriter out, Common common) {
        return format == Format.json ? new Json(out, common) : new Table(out, common);
    }

    void begin();

    void write(String file, Layout layout, List<Finding> findings);

    void end();

    private static String title(Finding finding, Common common) {
        return common.words(Said.of("doctor." + finding.id() + ".title"));
    }

    private static String evidence(Finding finding, Common common) {
        return common.words(new Said("doctor." + finding.id(), finding.args()));
    }

    /// For reading.
    record Table(PrintWriter out, Common common) implements Diagnosis {
        @Override
        public void begin() {}

        @Override
        public void write(String file, Layout layout, List<Finding> findings) {
            out.println(file + "  " + layout.symbols() + " = " + layout.text());
            if (findings.stream().noneMatch(f -> f.isAbove(Severity.NOTE))) {
                out.println("  " + common.words(Said.of("cli.diagnose.clear")));
            }
            for (var finding : findings) {
                var severity = common.words(
                        Said.of("doctor.severity." + finding.severity().id()));
                out.println("  " + severity + ": " + title(finding, common));
                out.println("      " + evidence(finding, common));
            }
            out.println();
        }

        @Override
        public void end() {}
    }

    /// For programs: `{"schema":"lossloupe-diagnosis/1","results":[{"file","shape","data_format","findings":[{"id",
    /// "severity","confidence","title","message","repairable"}]}]}`.
    final class Json implements Diagnosis {
        private static final JsonFactory FACTORY = new JsonFactory();
        private final PrintWriter out;
        private final Common common;
        private boolean first = true;

        private Json(PrintWriter out, Common common) {
            this.out = out;
            this.common = common;
        }

        @Override
        public void begin() {
            out.print("{\"schema\":\"lossloupe-diagnosis/1\",\"results\":[");
        }

        @Override
        public void write(String file, Layout layout, List<Finding> findings) {
            out.print(first ? "\n" : ",\n");
            first = false;
            try {
                out.print(text(file, layout, findings));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private String text(String file, Layout layout, List<Finding> findings) throws IOException {
            var text = new StringWriter();
            try (var json = FACTORY.createGenerator(text)) {
                json.writeStartObject();
                json.writeStringField("file", file);
                json.writeStringField("data_format", layout.format().id());
                json.writeFieldName("shape");
                json.writeArray(layout.sizes(), 0, layout.sizes().length);
                json.writeArrayFieldStart("findings");
                for (var finding : findings) {
                    json.writeStartObject();
                    json.writeStringField("id", finding.id());
                    json.writeStringField("severity", finding.severity().id());
                    json.writeNumberField("confidence", Math.round(finding.confidence() * 1000) / 1000.0);
                    json.writeStringField("title", title(finding, common));
                    json.writeStringField("message", evidence(finding, common));
                    json.writeBooleanField("repairable", finding.repair() != null);
                    json.writeEndObject();
                }
                json.writeEndArray();
                json.writeEndObject();
            }
            return text.toString();
        }

        @Override
        public void end() {
            out.print(first ? "]}\n" : "\n]}\n");
        }
    }
}
