package dev.nacre.engine.wit;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The punctuation of WIT that several types share. */
final class WitText {
    private WitText() {}

    static <T> String braced(String keyword, List<T> items, Function<T, String> printer) {
        return items.stream().map(printer).collect(Collectors.joining(", ", keyword + " { ", " }"));
    }

    static String angled(String keyword, List<WitType> items) {
        return items.stream().map(WitType::toString).collect(Collectors.joining(", ", keyword + "<", ">"));
    }

    static String result(Optional<WitType> ok, Optional<WitType> error) {
        if (ok.isEmpty() && error.isEmpty()) {
            return "result";
        }
        String first = ok.map(WitType::toString).orElse("_");
        return "result<" + first + error.map(type -> ", " + type).orElse("") + ">";
    }
}
