package dev.nacre.jdbc;

import java.util.ArrayList;
import java.util.List;

/** The texts of a batch. Who runs each is decided when it runs: statements before it may make the functions it calls. */
final class TextBatch {
    private List<String> texts = new ArrayList<>();

    void add(String text) {
        texts.add(text);
    }

    void clear() {
        texts = new ArrayList<>();
    }

    List<String> take() {
        List<String> taken = texts;
        clear();
        return taken;
    }
}
