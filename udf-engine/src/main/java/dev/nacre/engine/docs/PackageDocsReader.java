package dev.nacre.engine.docs;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Reads a section {@code package-docs}: a byte for the version, then a JSON object. The versions 0 and 1 differ in how a
 * function's comment is written, as text or in an object, and are read alike. Fields that are not known are passed over.
 */
final class PackageDocsReader {
    /** Docs of megabytes are not read at all. */
    private static final int MOST_BYTES = 1 << 20;

    /** Of one text; a comment in a database is no book. */
    private static final int MOST_CHARACTERS = 10_000;

    private static final int LATEST_VERSION = 1;

    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxDocumentLength(MOST_BYTES)
                    .maxNestingDepth(20)
                    .maxNameLength(1_000)
                    .maxStringLength(100_000)
                    .maxNumberLength(100)
                    .build())
            .build();

    private final JsonParser json;

    private PackageDocsReader(JsonParser json) {
        this.json = json;
    }

    /** @throws IOException for anything that is not as it should be */
    static PackageDocs read(byte[] section) throws IOException {
        if (section.length == 0 || section[0] < 0 || section[0] > LATEST_VERSION) {
            throw new IOException("expected version 0 or " + LATEST_VERSION);
        }
        if (section.length > MOST_BYTES) {
            throw new IOException("expected at most " + MOST_BYTES + " bytes, found " + section.length);
        }
        try (JsonParser json = JSON.createParser(section, 1, section.length - 1)) {
            json.nextToken();
            PackageDocs docs = new PackageDocsReader(json).readPackage();
            if (json.nextToken() != null) {
                throw new IOException("expected one object, found more");
            }
            return docs;
        }
    }

    /** Reads the value of one field. */
    private interface Field {
        void read(String name) throws IOException;
    }

    /** Reads one value of a map. */
    private interface Value<T> {
        T read() throws IOException;
    }

    private void object(Field field) throws IOException {
        if (json.currentToken() != JsonToken.START_OBJECT) {
            throw new IOException("expected an object, found " + json.currentToken());
        }
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            json.nextToken();
            field.read(name);
        }
    }

    private <T> Map<String, T> map(Value<T> value) throws IOException {
        Map<String, T> values = new LinkedHashMap<>();
        object(name -> values.put(name, value.read()));
        return values;
    }

    private PackageDocs readPackage() throws IOException {
        String[] texts = {"", ""};
        Map<String, PackageDocs.World> worlds = new LinkedHashMap<>();
        Map<String, Map<String, String>> interfaces = new LinkedHashMap<>();
        object(name -> {
            switch (name) {
                case "package" -> texts[0] = text();
                case "docs" -> texts[1] = text();
                case "worlds" -> worlds.putAll(map(this::readWorld));
                case "interfaces" -> interfaces.putAll(map(this::readInterface));
                default -> json.skipChildren();
            }
        });
        return new PackageDocs(texts[0], texts[1], worlds, interfaces);
    }

    /** What is imported and what is exported may have one name: then the exports stand apart. */
    private PackageDocs.World readWorld() throws IOException {
        String[] text = {""};
        Map<String, Map<String, String>> interfaces = new LinkedHashMap<>();
        Map<String, Map<String, String>> interfaceExports = new LinkedHashMap<>();
        Map<String, String> functions = new LinkedHashMap<>();
        Map<String, String> functionExports = new LinkedHashMap<>();
        object(name -> {
            switch (name) {
                case "docs" -> text[0] = text();
                case "interfaces" -> interfaces.putAll(map(this::readInterface));
                case "interface_exports" -> interfaceExports.putAll(map(this::readInterface));
                case "funcs" -> functions.putAll(map(this::readFunction));
                case "func_exports" -> functionExports.putAll(map(this::readFunction));
                default -> json.skipChildren();
            }
        });
        interfaces.putAll(interfaceExports);
        functions.putAll(functionExports);
        return new PackageDocs.World(text[0], interfaces, functions);
    }

    /** Functions and types of an interface have different names. */
    private Map<String, String> readInterface() throws IOException {
        Map<String, String> functions = new LinkedHashMap<>();
        object(name -> {
            if (name.equals("funcs") || name.equals("types")) {
                functions.putAll(map(this::readFunction));
            } else {
                json.skipChildren();
            }
        });
        return functions;
    }

    private String readFunction() throws IOException {
        if (json.currentToken() != JsonToken.START_OBJECT) {
            return text();
        }
        String[] text = {""};
        object(name -> {
            if (name.equals("docs")) {
                text[0] = text();
            } else {
                json.skipChildren();
            }
        });
        return text[0];
    }

    private String text() throws IOException {
        if (json.currentToken() == JsonToken.VALUE_NULL) {
            return "";
        }
        if (json.currentToken() != JsonToken.VALUE_STRING) {
            throw new IOException("expected a text, found " + json.currentToken());
        }
        String text = json.getText().strip();
        if (!StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
            throw new IOException("expected text in Unicode, found half of a surrogate pair");
        }
        return text.codePointCount(0, text.length()) <= MOST_CHARACTERS
                ? text
                : text.substring(0, text.offsetByCodePoints(0, MOST_CHARACTERS)) + "...";
    }
}
