package lossloupe.cli;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// What belongs to a file without standing in it.
final class Companions {
    @Option(
            names = "--with",
            paramLabel = "F",
            description = "read together with FILE, as labels or a series saved apart (repeatable)")
    List<String> with = new ArrayList<>();

    @Option(
            names = "--rate",
            paramLabel = "HZ",
            description = "positions per second, for labels that are runs in seconds (default: as the files say)")
    @Nullable
    Double rate;

    /// @throws UsageException where the rate is no rate
    void check() throws UsageException {
        if (rate != null && !(rate > 0 && Double.isFinite(rate))) {
            throw new UsageException("cli.range", "--rate", rate.toString(), "> 0");
        }
    }
}
