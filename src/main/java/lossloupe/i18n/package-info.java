/// The words of the window and of messages, in every language the program speaks.
///
/// May import: the JDK only; I/O only to load bundles.
/// Invariant: every key stands in every bundle.
@NullMarked
package lossloupe.i18n;

import org.jspecify.annotations.NullMarked;
