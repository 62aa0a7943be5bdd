/// The command line: arguments in, numbers out. Results go to standard output, messages to standard error.
///
/// May import: lossloupe.export and what it may import. Must not contain javafx: what opens a window comes in as a
/// [lossloupe.cli.Desktop], so that `evaluate` starts without a toolkit.
/// Invariant: whatever the input, a command ends with a documented exit code and at most one sentence per problem.
@NullMarked
package lossloupe.cli;

import org.jspecify.annotations.NullMarked;
