package dev.nacre.engine.validate;

/** The grammar of <a href="https://semver.org/spec/v2.0.0.html">Semantic Versioning 2.0.0</a>. */
final class SemanticVersion {
    private SemanticVersion() {}

    static boolean isValid(String text) {
        int plus = text.indexOf('+');
        String beforeBuild = plus < 0 ? text : text.substring(0, plus);
        int hyphen = beforeBuild.indexOf('-');
        String core = hyphen < 0 ? beforeBuild : beforeBuild.substring(0, hyphen);
        return isCore(core)
                && (hyphen < 0 || areIdentifiers(beforeBuild.substring(hyphen + 1), true))
                && (plus < 0 || areIdentifiers(text.substring(plus + 1), false));
    }

    /**
     * Returns whether a string is the part of a version up to its first number that is not zero: Explainer.md, "Canonical
     * Interface Name".
     */
    static boolean isCanonical(String text) {
        if (text.equals("0.0.0")) {
            return true;
        }
        String number = text.startsWith("0.") ? text.substring(2) : text;
        number = number.startsWith("0.") ? number.substring(2) : number;
        return isNumber(number) && !number.equals("0");
    }

    private static boolean isCore(String text) {
        String[] numbers = text.split("\\.", -1);
        return numbers.length == 3 && isNumber(numbers[0]) && isNumber(numbers[1]) && isNumber(numbers[2]);
    }

    private static boolean isNumber(String text) {
        return isDigits(text) && (text.length() == 1 || text.charAt(0) != '0');
    }

    private static boolean isDigits(String text) {
        return !text.isEmpty() && text.chars().allMatch(each -> each >= '0' && each <= '9');
    }

    private static boolean areIdentifiers(String text, boolean preRelease) {
        for (String identifier : text.split("\\.", -1)) {
            if (!isIdentifier(identifier) || (preRelease && isDigits(identifier) && !isNumber(identifier))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isIdentifier(String text) {
        return !text.isEmpty() && text.chars().allMatch(SemanticVersion::isIdentifierCharacter);
    }

    private static boolean isIdentifierCharacter(int each) {
        return each == '-'
                || (each >= '0' && each <= '9')
                || (each >= 'a' && each <= 'z')
                || (each >= 'A' && each <= 'Z');
    }
}
