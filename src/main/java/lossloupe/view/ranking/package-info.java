/// Where the loss is worst: a table to be clicked.
@NullMarked
package lossloupe.view.ranking;

import org.jspecify.annotations.NullMarked;
