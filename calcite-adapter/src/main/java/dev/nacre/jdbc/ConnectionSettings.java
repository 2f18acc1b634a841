package dev.nacre.jdbc;

import dev.nacre.functions.settings.ServerMaxima;
import dev.nacre.functions.settings.SettingValues;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;

/**
 * The settings in a connection's URL ({@code ;NACRE_MEMORY=8 MiB}) and properties ({@code nacre.memory}). H2 gets to see
 * neither.
 *
 * @param h2Url the URL without them
 * @param values the smaller one where both set something
 */
record ConnectionSettings(String h2Url, SettingValues values) {
    private static final String IN_URL = "NACRE_";
    static final String PROPERTY = "nacre.";

    /** @throws dev.nacre.functions.FunctionException for a name or a value that cannot be set */
    static ConnectionSettings of(String url, Properties info, ServerMaxima maxima) {
        StringBuilder rest = new StringBuilder();
        SettingValues values = ofProperties(info, maxima);
        for (int start = 0; start < url.length(); ) {
            int end = endOfPart(url, start + 1);
            String part = url.substring(start, end);
            if (part.regionMatches(true, 0, ";" + IN_URL, 0, 1 + IN_URL.length())) {
                values = values.and(ofUrl(part.substring(1 + IN_URL.length()), maxima));
            } else {
                rest.append(part);
            }
            start = end;
        }
        return new ConnectionSettings(rest.toString(), values);
    }

    /** Returns whether a property of a connection is a setting of Nacre's. */
    static boolean isProperty(Object name) {
        return name.toString().startsWith(PROPERTY);
    }

    /** Returns where the next semicolon stands; one behind a backslash belongs to a value, as H2 reads them. */
    private static int endOfPart(String url, int from) {
        int at = from;
        boolean hasSettings = url.lastIndexOf(';', from - 1) >= 0;
        while (at < url.length() && url.charAt(at) != ';') {
            at += hasSettings && url.charAt(at) == '\\' ? 2 : 1;
        }
        return Math.min(at, url.length());
    }

    private static SettingValues ofUrl(String setting, ServerMaxima maxima) {
        int equals = setting.indexOf('=');
        String name = equals < 0 ? setting : setting.substring(0, equals);
        String value = equals < 0 ? "" : setting.substring(equals + 1).replaceAll("\\\\(.)", "$1");
        return SettingValues.parse("connection URL", Map.of(name.toLowerCase(Locale.ROOT), value), maxima);
    }

    private static SettingValues ofProperties(Properties info, ServerMaxima maxima) {
        Map<String, Object> written = new LinkedHashMap<>();
        for (String name : info.stringPropertyNames()) {
            if (isProperty(name)) {
                written.put(name.substring(PROPERTY.length()), info.getProperty(name));
            }
        }
        return SettingValues.parse("connection properties", written, maxima);
    }
}
