package lossloupe.doctor;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import lossloupe.compute.LossEngine;
import lossloupe.document.ClassInfo;
import lossloupe.document.Document;
import lossloupe.document.Example;
import lossloupe.document.LossSetup;
import lossloupe.document.Samples;
import lossloupe.io.ArrayData;
import lossloupe.io.ArraySource;
import lossloupe.io.BadFileException;
import lossloupe.io.ImportPlan;
import lossloupe.tensor.Batching;
import lossloupe.tensor.DType;
import lossloupe.tensor.Plane;

/// Documents in good health, and what the doctor says of them.
final class Wards {
    static final Path REAL = Path.of("../shared/real");

    private Wards() {}

    static List<Finding> examine(Document document) {
        var evaluation = new LossEngine().evaluate(document, null);
        return Doctor.examine(new Patient(evaluation, Patient.Expect.AS_CHOSEN));
    }

    /// The sample, and random ones whose network has learnt them: runs of labels, logits that are right but for
    /// noise.
    static Map<String, Document> made() {
        var all = new LinkedHashMap<String, Document>();
        all.put("seed", Samples.seed());
        all.put("overlapping 4 x 120", learnt(1, 4, 120, false, 1));
        all.put("overlapping 3 x 5 x 400", learnt(3, 5, 400, false, 2));
        all.put("one-hot 5 x 200", learnt(1, 5, 200, true, 3));
        all.put("one-hot 6 x 3 x 90", learnt(6, 3, 90, true, 4));
        return all;
    }

    /// Sets of recorded data, where they are; those held out are not among the ones that thresholds were chosen on.
    static Map<String, Document> real(boolean heldOut) {
        var all = new LinkedHashMap<String, Document>();
        if (Files.isDirectory(REAL)) {
            if (heldOut) {
                all.put("mitbih_100", open("mitbih_100", "mask.npy", "logits.npy", "ecg_mlii.npy"));
                all.put("spinetail", open("spinetail", "mask_10ms.npy", "logits_10ms.npy"));
            } else {
                all.put("ludb_lead_ii", open("ludb_lead_ii", "ludb_lead_ii.npz"));
                all.put("eye_movements", open("eye_movements", "mask.npy", "logits.npy"));
                all.put("refit_house2", open("refit_house2", "aggregate_and_status.csv", "logits_unet_nilm.npy"));
            }
        }
        return all;
    }

    private static Document open(String set, String... files) {
        try {
            var arrays = new ArrayList<ArrayData>();
            var names = new ArrayList<String>();
            for (var file : files) {
                var read = ArraySource.read(REAL.resolve(set).resolve(file));
                arrays.addAll(read.arrays());
                names.addAll(read.classNames());
            }
            return ImportPlan.propose(arrays, names).toDocument(LossSetup.DEFAULT);
        } catch (BadFileException e) {
            throw new AssertionError(e);
        }
    }

    static Document learnt(int batch, int classes, int length, boolean exclusive, long seed) {
        var random = new Random(seed);
        var examples = new ArrayList<Example>();
        for (int e = 0; e < batch; e++) {
            var z = new double[classes][length];
            for (int p = 0; p < length; ) {
                int run = 3 + random.nextInt(9);
                for (int c = 0; c < classes && !exclusive; c++) {
                    boolean on = random.nextDouble() < 0.15 + 0.1 * c;
                    for (int i = p; i < Math.min(length, p + run); i++) {
                        z[c][i] = on ? 1 : 0;
                    }
                }
                int only = (int) (classes * Math.pow(random.nextDouble(), 1.6));
                for (int i = p; i < Math.min(length, p + run) && exclusive; i++) {
                    z[only][i] = 1;
                }
                p += run;
            }
            examples.add(new Example(
                    Plane.generate(DType.FLOAT64, length, p -> random.nextGaussian()),
                    rows(classes, length, DType.UINT8, (c, p) -> z[c][p]),
                    rows(classes, length, DType.FLOAT64, (c, p) -> 5 * z[c][p] - 2.5 + 1.3 * random.nextGaussian())));
        }
        var infos = new ArrayList<ClassInfo>();
        for (int c = 0; c < classes; c++) {
            infos.add(ClassInfo.numbered(c));
        }
        var batching = batch > 1 ? Batching.BATCHED : Batching.UNBATCHED;
        return new Document("made", infos, examples, batching, LossSetup.DEFAULT);
    }

    private interface Cell {
        double at(int c, int p);
    }

    private static List<Plane> rows(int classes, int length, DType type, Cell cell) {
        var rows = new ArrayList<Plane>();
        for (int c = 0; c < classes; c++) {
            int row = c;
            rows.add(Plane.generate(type, length, p -> cell.at(row, p)));
        }
        return rows;
    }
}
