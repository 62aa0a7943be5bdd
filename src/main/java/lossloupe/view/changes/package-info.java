/// The drawer's comparison of the document with what it was. Imports `app` and below; reads frames, changes the view.
@NullMarked
package lossloupe.view.changes;

import org.jspecify.annotations.NullMarked;
