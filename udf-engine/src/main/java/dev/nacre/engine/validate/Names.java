package dev.nacre.engine.validate;

import java.util.Locale;

/** The grammar of names: Explainer.md, "Import and Export Definitions" and "Name Uniqueness". */
final class Names {
    private Names() {}

    /** Returns whether a string is a label: words of lower-case or of upper-case letters and digits, joined by hyphens. */
    static boolean isLabel(String text) {
        return areWords(text, true);
    }

    private static boolean areWords(String text, boolean acronyms) {
        int start = 0;
        while (true) {
            int hyphen = text.indexOf('-', start);
            int end = hyphen < 0 ? text.length() : hyphen;
            if (!isFragment(text, start, end, acronyms)) {
                return false;
            }
            if (hyphen < 0) {
                return !isDigit(text.charAt(0));
            }
            start = hyphen + 1;
        }
    }

    private static boolean isFragment(String text, int start, int end, boolean acronyms) {
        boolean lower = true;
        boolean upper = acronyms;
        for (int index = start; index < end; index++) {
            char each = text.charAt(index);
            lower &= isDigit(each) || (each >= 'a' && each <= 'z');
            upper &= isDigit(each) || (each >= 'A' && each <= 'Z');
        }
        return end > start && (lower || upper);
    }

    private static boolean isDigit(char each) {
        return each >= '0' && each <= '9';
    }

    /** Returns whether a string is {@code namespace:package/interface} with or without a version. */
    static boolean isInterface(String text) {
        int at = text.indexOf('@');
        String path = at < 0 ? text : text.substring(0, at);
        int colon = path.indexOf(':');
        int slash = path.indexOf('/', colon + 1);
        return colon >= 0
                && slash >= 0
                && areWords(path.substring(0, colon), false)
                && areWords(path.substring(colon + 1, slash), false)
                && isLabel(path.substring(slash + 1))
                && (at < 0 || SemanticVersion.isValid(text.substring(at + 1)));
    }

    /** Returns whether a string would be an interface name if namespaces and packages could nest. */
    static boolean isNestedInterface(String text) {
        String path = text.split("@", 2)[0];
        boolean nested = path.indexOf(':') != path.lastIndexOf(':') || path.indexOf('/') != path.lastIndexOf('/');
        return nested && path.indexOf(':') > 0 && path.lastIndexOf(':') < path.indexOf('/');
    }

    /** Returns the form in which two names of one scope must differ. */
    static String canonical(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (!lower.startsWith("[method]") && !lower.startsWith("[static]")) {
            return lower;
        }
        String bare = lower.substring(lower.indexOf(']') + 1);
        int dot = bare.indexOf('.');
        boolean twice = dot >= 0 && bare.substring(0, dot).equals(bare.substring(dot + 1));
        return twice ? bare.substring(0, dot) : bare;
    }
}
