/// The numbers of a document as files for other programs: arrays in any layout, type and order, tables, runs of labels.
/// May import what `export` may. What is written can be read back to the last bit, if the type holds it.
@NullMarked
package lossloupe.export.data;

import org.jspecify.annotations.NullMarked;
