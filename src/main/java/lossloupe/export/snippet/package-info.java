/// What the window shows as a program of another framework: data, loss, parameters, layout and reductions in Python,
/// and assertions of the numbers.
///
/// May import what `export` may. Invariant: a loss for which a framework has no operation of its own is written as a
/// formula in that framework, and a comment says so.
@NullMarked
package lossloupe.export.snippet;

import org.jspecify.annotations.NullMarked;
