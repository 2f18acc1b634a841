package dev.nacre.bench.evil;

/** How an attack ended. */
public enum Verdict {
    /** As it should. */
    STOPPED("stopped"),
    /** Something came of it that should not, or something was left behind. */
    ESCAPED("ESCAPED"),
    /** It did not end, and was ended with the process. */
    HUNG("HUNG"),
    /** The process ended. */
    CRASHED("CRASHED");

    private final String word;

    Verdict(String word) {
        this.word = word;
    }

    /** Returns it as reports write it. */
    public String word() {
        return word;
    }
}
