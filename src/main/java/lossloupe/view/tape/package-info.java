/// Memory as a tape: the boxes of both layouts and where a cell lies in each, and what a reshape in place of a
/// transpose does to them. Draws what it is shown; selects and hovers like any track.
@NullMarked
package lossloupe.view.tape;

import org.jspecify.annotations.NullMarked;
