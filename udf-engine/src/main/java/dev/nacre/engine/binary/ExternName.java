package dev.nacre.engine.binary;

import java.util.List;
import java.util.Optional;

/**
 * The name of an import or export with what is said about it.
 *
 * @param name as found
 * @param attributes in the order in which they were found; that each comes once is for validation to say
 */
public record ExternName(String name, List<Attribute> attributes) {
    public ExternName {
        attributes = List.copyOf(attributes);
    }

    /** Returns the value of the first attribute of a kind. */
    public Optional<String> attribute(Kind kind) {
        return attributes.stream()
                .filter(attribute -> attribute.kind() == kind)
                .map(Attribute::value)
                .findFirst();
    }

    /** What can be said about a name. The order is that of the binary format's codes from 0 on. */
    public enum Kind {
        /** The interface that an instance of another name implements. */
        IMPLEMENTS("implements"),
        /** What was cut off a version to make the canonical one. */
        VERSION_SUFFIX("versionsuffix"),
        /** What the name stands for outside; of no meaning to validation. */
        EXTERNAL_ID("external-id");

        private final String text;

        Kind(String text) {
            this.text = text;
        }

        /** Returns the attribute as the text format has it. */
        public String text() {
            return text;
        }
    }

    /** One thing said about a name. */
    public record Attribute(Kind kind, String value) {}
}
