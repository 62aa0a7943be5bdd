package lossloupe.clash;

import static lossloupe.clash.Clash.Rule.BROADCAST;
import static lossloupe.clash.Clash.Rule.CLASS_WEIGHTS;
import static lossloupe.clash.Clash.Rule.INDICES;
import static lossloupe.clash.Clash.Rule.SAME;
import static lossloupe.clash.Dims.UNKNOWN;
import static lossloupe.clash.Framework.JAX;
import static lossloupe.clash.Framework.NUMPY;
import static lossloupe.clash.Framework.PYTORCH;
import static lossloupe.clash.Framework.TENSORFLOW;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads what frameworks say about shapes, with anything around it: a whole traceback may be pasted. The sentences are
/// those of PyTorch 1.4 to 2.9, TensorFlow 1.15 to 2.20, Keras 2 and 3, NumPy and JAX.
public final class ClashText {
    private static final Pattern SIZES = Pattern.compile("\\d+|None|\\?");

    /// A list of sizes, as `[2, 4]`, `(2, 4)`, `torch.Size([2, 4])` or `(24,)`.
    private static final String S = "(?:torch\\.Size\\()?([\\[(](?: ?(?:\\d+|None|\\?) ?,?)*[\\])])\\)?";

    private record Sentence(Pattern pattern, Function<Matcher, Clash> meaning) {}

    private static final List<Sentence> SENTENCES = List.of(
            says("Expected target size #,? got #", m -> indices(dims(m, 2), dims(m, 1))),
            says("Target size \\(?#\\)? must be the same as input size \\(?#", m -> labelled(SAME, PYTORCH, m, 1, 2)),
            says(
                    "Using a target size \\(?#\\)? that is different to the input size \\(?#",
                    m -> labelled(BROADCAST, PYTORCH, m, 1, 2)),
            says(
                    "Expected input batch_size \\((\\d+)\\) to match target batch_size \\((\\d+)\\)",
                    m -> Clash.labelled(INDICES, PYTORCH, Dims.of(number(m, 2)), Dims.of(number(m, 1), UNKNOWN))),
            says(
                    "size of tensor a \\((\\d+)\\) must match the size of tensor b \\((\\d+)\\) at non-singleton dimension (\\d+)",
                    ClashText::oneAxis),
            says(
                    "multi-target not supported",
                    m -> Clash.labelled(INDICES, PYTORCH, Dims.of(UNKNOWN, UNKNOWN), Dims.of(UNKNOWN, UNKNOWN))),
            says(
                    "weight tensor should be defined either for all (\\d+)(?: classes)? or no classes but got weight tensor of shape: #",
                    m -> new Clash(
                            CLASS_WEIGHTS,
                            PYTORCH,
                            new Clash.Operand("weight", dims(m, 2)),
                            new Clash.Operand("logits", Dims.of(UNKNOWN, number(m, 1), UNKNOWN)))),
            says(
                    "logits and labels must have the same shape,? (?:received )?\\(?# vs #",
                    m -> labelled(SAME, TENSORFLOW, m, 2, 1)),
            says("target\\.shape=#, output\\.shape=#", m -> labelled(SAME, TENSORFLOW, m, 1, 2)),
            says("logits_size=# labels_size=#", m -> labelled(SAME, TENSORFLOW, m, 2, 1)),
            says(
                    "shape of labels \\(received #\\) should equal the shape of logits except for the last dimension \\(received #",
                    m -> labelled(INDICES, TENSORFLOW, m, 1, 2)),
            says(
                    "Rank of labels \\(received (\\d+)\\) should equal rank of logits minus 1 \\(received (\\d+)\\)",
                    m -> Clash.labelled(INDICES, TENSORFLOW, unknown(number(m, 1)), unknown(number(m, 2)))),
            says("Shapes # and # are incompatible", m -> labelled(SAME, TENSORFLOW, m, 1, 2)),
            says("Incompatible shapes: # vs\\. #", m -> plain(TENSORFLOW, m)),
            says("Dimensions must be equal.*with input shapes: #, #", m -> plain(TENSORFLOW, m)),
            says("could not be broadcast together with shapes # #", m -> plain(NUMPY, m)),
            says("incompatible shapes for broadcasting: (?:shapes=\\[)?#, #", m -> plain(JAX, m)));

    private static final Sentence TYPED = says("^[^\\[(]{0,24}#[^\\[(]{1,24}#[^\\[(]{0,8}$", ClashText::typed);

    /// A traceback, or its last line alone, as `RuntimeError: …` and `torch.cuda.OutOfMemoryError: …`.
    private static final Pattern COMPLAINT =
            Pattern.compile("(?m)^Traceback \\(most recent call last\\)|^\\s*[\\w.]*(?:Error|Exception)(?::|$)");

    private ClashText() {}

    /// What a message says, if it is one about shapes.
    public static Optional<Clash> read(String text) {
        return SENTENCES.stream().flatMap(s -> meant(s, text).stream()).findFirst();
    }

    /// Whether a text is what a framework says when it gives up, of whatever kind.
    public static boolean isComplaint(String text) {
        return COMPLAINT.matcher(text).find();
    }

    /// As [#read]; two shapes alone are understood as well, labels first unless they are named.
    public static Optional<Clash> readTyped(String text) {
        return read(text).or(() -> meant(TYPED, text));
    }

    private static Optional<Clash> meant(Sentence sentence, String text) {
        var plain = text.replace("`", "").replaceAll("\\s+", " ").strip();
        var matcher = sentence.pattern().matcher(plain);
        return matcher.find() ? Optional.of(sentence.meaning().apply(matcher)) : Optional.empty();
    }

    private static Sentence says(String words, Function<Matcher, Clash> meaning) {
        return new Sentence(Pattern.compile(words.replace("#", S), Pattern.CASE_INSENSITIVE), meaning);
    }

    private static Clash labelled(Clash.Rule rule, Framework framework, Matcher m, int labels, int logits) {
        return Clash.labelled(rule, framework, dims(m, labels), dims(m, logits));
    }

    private static Clash plain(Framework framework, Matcher m) {
        return new Clash(SAME, framework, new Clash.Operand("a", dims(m, 1)), new Clash.Operand("b", dims(m, 2)));
    }

    /// PyTorch names the target it wants: the logits without their second axis, whose size it does not tell. Where
    /// only the last size differs, that second axis was the positions: classes stand last.
    private static Clash indices(Dims got, Dims expected) {
        boolean classesLast = got.rank() == expected.rank()
                && got.rank() > 1
                && got.without(got.rank() - 1).fits(expected.without(got.rank() - 1));
        int second = classesLast ? got.at(-1) : UNKNOWN;
        return Clash.labelled(INDICES, PYTORCH, got, expected.with(Math.min(1, expected.rank()), second));
    }

    private static Clash oneAxis(Matcher m) {
        int axis = number(m, 3);
        int rank = Math.max(3, axis + 1);
        return new Clash(
                SAME,
                PYTORCH,
                new Clash.Operand("a", unknown(rank).without(axis).with(axis, number(m, 1))),
                new Clash.Operand("b", unknown(rank).without(axis).with(axis, number(m, 2))));
    }

    private static Clash typed(Matcher m) {
        var words = m.group().substring(0, m.start(1) - m.start());
        boolean logitsFirst = words.matches("(?i).*(logit|input|pred|output).*");
        var first = dims(m, 1);
        var second = dims(m, 2);
        var rule = Stretch.of(first, second).isPresent() ? BROADCAST : SAME;
        return Clash.labelled(rule, NUMPY, logitsFirst ? second : first, logitsFirst ? first : second);
    }

    private static Dims unknown(int rank) {
        return new Dims(Collections.nCopies(rank, UNKNOWN));
    }

    private static int number(Matcher m, int group) {
        return Integer.parseInt(m.group(group));
    }

    private static Dims dims(Matcher m, int group) {
        var sizes = new ArrayList<Integer>();
        var each = SIZES.matcher(m.group(group));
        while (each.find()) {
            var size = each.group();
            sizes.add(Character.isDigit(size.charAt(0)) ? Integer.valueOf(size) : UNKNOWN);
        }
        return new Dims(sizes);
    }
}
