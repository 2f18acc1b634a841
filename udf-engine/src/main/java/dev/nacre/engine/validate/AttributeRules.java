package dev.nacre.engine.validate;

import dev.nacre.engine.binary.ExternName;
import dev.nacre.engine.wit.ExternType;
import java.util.EnumSet;
import java.util.Set;

/** Attributes of imports and exports: the notes of Binary.md, "Import and Export Definitions". */
final class AttributeRules {
    private final ValidationContext context;

    AttributeRules(ValidationContext context) {
        this.context = context;
    }

    void check(ExternName name, ExternType type) {
        Set<ExternName.Kind> seen = EnumSet.noneOf(ExternName.Kind.class);
        for (ExternName.Attribute attribute : name.attributes()) {
            if (!seen.add(attribute.kind())) {
                throw context.invalid(
                        "expected the attribute '" + attribute.kind().text() + "' once, found it again");
            }
            check(name.name(), attribute, type);
        }
    }

    private void check(String name, ExternName.Attribute attribute, ExternType type) {
        switch (attribute.kind()) {
            case IMPLEMENTS -> checkImplements(name, attribute.value(), type);
            case VERSION_SUFFIX -> checkVersionSuffix(name, attribute.value());
            case EXTERNAL_ID -> {}
        }
    }

    private void checkImplements(String name, String implemented, ExternType type) {
        if (!Names.isInterface(implemented)) {
            throw context.invalid("expected 'implements' of " + Text.quoted(name) + " to be an interface name, found "
                    + Text.quoted(implemented));
        }
        if (!(type instanceof ExternType.Instance) || !Names.isLabel(name)) {
            throw context.invalid("expected 'implements' on an instance with a plain name, found " + Text.quoted(name)
                    + " of " + Text.a(Externs.noun(type)));
        }
    }

    private void checkVersionSuffix(String name, String suffix) {
        int at = name.indexOf('@');
        if (at < 0 || !SemanticVersion.isCanonical(name.substring(at + 1)) || !Names.isInterface(name + suffix)) {
            throw context.invalid(
                    "expected 'versionsuffix' to complete the canonical version of an interface name, found "
                            + Text.quoted(suffix) + " after " + Text.quoted(name));
        }
        context.gate("canonical interface names (versionsuffix)");
    }
}
