/// Everything that can be done by key or menu: one table, and what is made from it (menu, cheat sheet, command
/// palette).
///
/// May import: lossloupe.view, lossloupe.view.dialog, lossloupe.app and what it may import, JavaFX. Must not contain
/// awt. Invariant: a key, a menu entry and a palette line of the same name run the same [lossloupe.view.action.Action].
@NullMarked
package lossloupe.view.action;

import org.jspecify.annotations.NullMarked;
