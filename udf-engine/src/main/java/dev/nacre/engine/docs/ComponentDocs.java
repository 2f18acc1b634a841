package dev.nacre.engine.docs;

import dev.nacre.engine.EngineException;
import dev.nacre.engine.Limits;
import dev.nacre.engine.binary.CustomSections;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The comments of a component's WIT, as far as the component has them. Immutable. */
public final class ComponentDocs {
    /** A component without comments. */
    public static final ComponentDocs NONE = new ComponentDocs(List.of());

    private static final Logger LOG = LoggerFactory.getLogger(ComponentDocs.class);
    private static final String SECTION = "package-docs";

    /** A section for each package that the component's world is made of; what tools build has a few. */
    private static final int MOST_SECTIONS = 100;

    private final List<PackageDocs> packages;

    private ComponentDocs(List<PackageDocs> packages) {
        this.packages = packages;
    }

    /**
     * Reads what a component says of itself. Never fails: bytes that say nothing have no docs.
     *
     * @param component the bytes; not kept
     */
    public static ComponentDocs of(byte[] component, Limits limits) {
        try {
            List<PackageDocs> packages = new ArrayList<>();
            for (byte[] section : CustomSections.read(component, SECTION, MOST_SECTIONS, limits)) {
                read(section).ifPresent(packages::add);
            }
            return new ComponentDocs(List.copyOf(packages));
        } catch (EngineException noComponent) {
            return NONE;
        }
    }

    private static Optional<PackageDocs> read(byte[] section) {
        try {
            return Optional.of(PackageDocsReader.read(section));
        } catch (IOException unreadable) {
            LOG.debug("a section {} is left alone", SECTION, unreadable);
            return Optional.empty();
        }
    }

    /** Returns the comment of the component's world, or else that of its package; empty for none. */
    public Optional<String> component() {
        return packages.stream()
                .filter(docs -> packages.size() == 1 || !docs.worlds().isEmpty())
                .map(PackageDocs::summary)
                .filter(text -> !text.isEmpty())
                .findFirst();
    }

    /**
     * Returns the comment of an exported function or of a resource in an exported interface; empty for none.
     *
     * @param export its name, as {@link dev.nacre.engine.ExportedFunctionType#name()} has it; of a resource
     *     {@code namespace:package/interface@version#resource}
     */
    public Optional<String> function(String export) {
        int separator = export.indexOf('#');
        return packages.stream()
                .map(docs -> separator < 0
                        ? docs.function(export)
                        : docs.function(export.substring(0, separator), export.substring(separator + 1)))
                .filter(text -> !text.isEmpty())
                .findFirst();
    }
}
