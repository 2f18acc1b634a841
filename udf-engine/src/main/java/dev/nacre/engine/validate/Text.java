package dev.nacre.engine.validate;

import dev.nacre.engine.wit.Shape;
import dev.nacre.engine.wit.WitType;
import java.util.List;
import java.util.stream.Collectors;

/** Words for messages, short whatever a component brings. */
final class Text {
    private static final int MAXIMUM_NAME = 100;

    private Text() {}

    /** Returns a name in quotes, without control characters, cut when it is long. */
    static String quoted(String name) {
        String visible =
                name.codePoints().limit(MAXIMUM_NAME).mapToObj(Text::visible).collect(Collectors.joining());
        return "'" + visible + (name.codePointCount(0, name.length()) > MAXIMUM_NAME ? "..." : "") + "'";
    }

    private static String visible(int codePoint) {
        boolean plain = !Character.isISOControl(codePoint) && Character.getType(codePoint) != Character.FORMAT;
        return plain ? Character.toString(codePoint) : "?";
    }

    /** Returns what kind of type it is, with its children one level deep. */
    static String type(WitType type) {
        Shape shape = Shape.of(type);
        String kind = kind(shape);
        List<WitType> children = shape.children();
        if (children.isEmpty() || children.size() > 3) {
            return kind;
        }
        return children.stream().map(child -> kind(Shape.of(child))).collect(Collectors.joining(", ", kind + "<", ">"));
    }

    private static String kind(Shape shape) {
        String kind = String.valueOf(shape.label().get(0));
        boolean handle = kind.equals("own") || kind.equals("borrow");
        return handle ? kind + "<" + shape.label().get(1) + ">" : kind;
    }

    /** Returns a noun behind its article. */
    static String a(String noun) {
        return ("aeiou".indexOf(noun.charAt(0)) < 0 ? "a " : "an ") + noun;
    }

    /** Returns a count and the right form of a noun. */
    static String count(int count, String singular) {
        return count + " " + singular + (count == 1 ? "" : "s");
    }
}
