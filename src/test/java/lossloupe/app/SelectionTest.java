package lossloupe.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import lossloupe.document.ClassInfo;
import org.junit.jupiter.api.Test;

class SelectionTest {
    private final List<ClassInfo> four =
            IntStream.range(0, 4).mapToObj(ClassInfo::numbered).toList();

    @Test
    void followsAClassThatIsMoved() {
        var moved = new ArrayList<>(four);
        Collections.swap(moved, 1, 2);
        var block = new Selection(1, 7, 2, 9);
        assertEquals(new Selection(2, 7, 1, 9), block.following(four, moved));
        assertEquals(block, block.following(four, moved).following(moved, four), "and back, as by undo");
    }

    @Test
    void followsAClassThatOthersArePutBefore() {
        var longer = new ArrayList<>(four);
        longer.addFirst(ClassInfo.numbered(4));
        assertEquals(Selection.cell(2, 7), Selection.cell(1, 7).following(four, longer));
    }

    @Test
    void staysWhereItsClassIsRenamedOrGoneOrNotTheOnlyOne() {
        var renamed = new ArrayList<>(four);
        renamed.set(1, new ClassInfo("QRS", 0));
        var cell = Selection.cell(1, 7);
        assertEquals(cell, cell.following(four, renamed));
        assertEquals(cell, cell.following(four, List.of(four.get(0), four.get(2), four.get(3))));
        assertEquals(cell, cell.following(four, List.of(four.get(0), four.get(2), four.get(1), four.get(1))));
    }
}
