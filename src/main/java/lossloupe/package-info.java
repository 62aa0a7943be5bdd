/// Where the program starts. [Main] joins the command line to the window; it may import both, and holds no logic of its
/// own.
@NullMarked
package lossloupe;

import org.jspecify.annotations.NullMarked;
