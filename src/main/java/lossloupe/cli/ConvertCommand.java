package lossloupe.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import lossloupe.compute.LossEngine;
import lossloupe.export.data.DataFile;
import lossloupe.export.data.DataFile.NotWritable;
import lossloupe.export.data.Quantity;
import lossloupe.io.BadFileException;
import lossloupe.io.ImportPlan.Said;
import lossloupe.io.MemoryOrder;
import lossloupe.io.NumpyType;
import lossloupe.tensor.DataFormat;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// From one kind of file to another, and from one layout to the other.
@Command(
        name = "convert",
        description = "Between npz, npy, json, csv and session files, and between layouts.",
        sortOptions = false,
        usageHelpAutoWidth = true)
final class ConvertCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(index = "0", paramLabel = "IN", description = "what is read; - is standard input")
    String in = "";

    @Parameters(
            index = "1",
            paramLabel = "OUT",
            description = "what is written: .npz, .npy, .json, .lossloupe, .csv (a row per cell), .runs.csv"
                    + " (start,end,class) or .txt (Audacity labels)")
    Path out = Path.of("");

    @Option(names = "--data-format", paramLabel = "F", description = "what IN is: channels_first or channels_last")
    @Nullable
    String dataFormat;

    @Option(names = "--to-data-format", paramLabel = "F", description = "what OUT is to be (default: that of IN)")
    @Nullable
    String toDataFormat;

    @Option(names = "--dtype", paramLabel = "T", description = "as float32 (default: as stored)")
    @Nullable
    String dtype;

    @Option(names = "--order", paramLabel = "C|F", description = "memory order of arrays (default C)")
    MemoryOrder order = MemoryOrder.C;

    @Option(
            names = "--what",
            paramLabel = "NAME",
            description =
                    "series, labels, logits, weights, loss_a, gradient_a, probabilities_a, … (repeatable; default:"
                            + " what IN holds)")
    List<String> what = new ArrayList<>();

    @Mixin
    Companions companions = new Companions();

    @Mixin
    Common common = new Common();

    ConvertCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        try {
            return convert();
        } catch (UsageException e) {
            console.say(common.words(e.said()));
            return Exit.USAGE;
        } catch (BadFileException e) {
            console.say(common.words(in, e));
            return Exit.BAD_DATA;
        } catch (NotWritable e) {
            console.say(common.words(new Said(e.key(), e.args())));
            return Exit.USAGE;
        } catch (IOException e) {
            console.say(common.words(out, e));
            return Exit.NOT_WRITTEN;
        }
    }

    private int convert() throws UsageException, BadFileException, NotWritable, IOException {
        companions.check();
        var stated = format("--data-format", dataFormat);
        var wanted = format("--to-data-format", toDataFormat);
        var type = dtype == null ? null : Common.word(NumpyType.values(), NumpyType::id, "--dtype", dtype);
        var quantities = new ArrayList<Quantity>();
        for (var name : what) {
            quantities.add(Common.word(Quantity.values(), Quantity::id, "--what", name));
        }
        var data = new DatasetReader(stated, Set.of(), console.in(), companions).read(new Input.File(in));
        data.remarks().forEach(r -> console.say(in + ": " + common.words(r)));
        var evaluation = new LossEngine().evaluate(data.document(), null);
        DataFile.write(
                new DataFile.Request(
                        evaluation,
                        quantities.isEmpty() ? Quantity.made(evaluation) : quantities,
                        wanted == null ? data.document().setup().format() : wanted,
                        type,
                        order),
                out);
        return Exit.DONE;
    }

    private static @Nullable DataFormat format(String option, @Nullable String word) throws UsageException {
        return word == null ? null : Common.word(DataFormat.values(), DataFormat::id, option, word);
    }
}
