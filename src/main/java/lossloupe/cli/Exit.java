package lossloupe.cli;

/// The exit codes of cli.md.
final class Exit {
    static final int DONE = 0;
    static final int FINDINGS = 1;
    static final int USAGE = 2;
    static final int BAD_DATA = 3;
    static final int NOT_WRITTEN = 4;

    private Exit() {}
}
