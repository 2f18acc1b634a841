package dev.nacre.jdbc;

import dev.nacre.h2.alias.AliasName;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Turns the names of columns that H2 made of expressions into those that it would have made of the client's text. For one
 * statement; not for several threads.
 */
final class Labels {
    private static final String CAST = "CAST(";

    private final Collection<AliasedText.Call> calls;
    private final Set<String> casts = new LinkedHashSet<>();
    private @Nullable Pattern aliases;

    Labels(Collection<AliasedText.Call> calls) {
        this.calls = calls;
    }

    /** Returns the client's name for H2's. */
    String client(String ofH2) {
        return ofH2.contains(AliasName.SCHEMA) ? restored(ofH2) : ofH2;
    }

    private String restored(String ofH2) {
        Pattern names = aliases();
        String label = ofH2;
        for (String cast : casts) {
            label = withoutCasts(label, cast);
        }
        return names.matcher(label).replaceAll(found -> Matcher.quoteReplacement(unquoted(found.group(1))));
    }

    private Pattern aliases() {
        Pattern known = aliases;
        if (known == null) {
            Set<String> names = new LinkedHashSet<>();
            for (AliasedText.Call call : calls) {
                names.add(call.bare());
                if (call.isCast()) {
                    casts.add(call.bare());
                }
            }
            known = Pattern.compile(names.stream()
                    .map(name -> Pattern.quote(name.substring(AliasName.SCHEMA.length() + 1)))
                    .collect(Collectors.joining("|", AliasName.SCHEMA + "\\.(", ")(?=\\()")));
            aliases = known;
        }
        return known;
    }

    private static String unquoted(String name) {
        return name.substring(1, name.length() - 1).replace("\"\"", "\"");
    }

    /** Takes out the casts right around the calls of a function. */
    static String withoutCasts(String label, String function) {
        String call = CAST + function + "(";
        StringBuilder plain = new StringBuilder();
        String rest = label;
        for (int start = rest.indexOf(call); start >= 0; start = rest.indexOf(call)) {
            int closing = closing(rest, start + call.length() - 1);
            int end = closing(rest, closing + 1);
            plain.append(rest, 0, start);
            rest = rest.substring(start + CAST.length(), Math.min(closing + 1, rest.length()))
                    + rest.substring(Math.min(end + 1, rest.length()));
            plain.append(function).append('(');
            rest = rest.substring(function.length() + 1);
        }
        return plain.append(rest).toString();
    }

    /** Returns where the bracket is closed that is opened at an offset or before it; the end when it is not. */
    private static int closing(String label, int from) {
        int depth = from < label.length() && label.charAt(from) == '(' ? 0 : 1;
        char quote = 0;
        for (int at = from; at < label.length(); at++) {
            char unit = label.charAt(at);
            if (quote != 0) {
                quote = unit == quote ? 0 : quote;
            } else if (unit == '\'' || unit == '"') {
                quote = unit;
            } else if (unit == '(') {
                depth++;
            } else if (unit == ')' && --depth == 0) {
                return at;
            }
        }
        return label.length();
    }
}
