/// The arithmetic of the losses: one scalar and one vector version of each kernel, of which the JVM gets the faster.
///
/// May import: the JDK only; the one package that names `jdk.incubator.vector`. Must not contain javafx, awt or I/O.
/// Invariant: an element's result depends on its operands alone, bit for bit: not on its place in the array, the span,
/// the machine's vector width, or which of the two versions ran. (The payload of a NaN is not among the bits.)
@NullMarked
package lossloupe.kernel;

import org.jspecify.annotations.NullMarked;
