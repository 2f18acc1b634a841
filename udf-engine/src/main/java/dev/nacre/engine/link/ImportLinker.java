package dev.nacre.engine.link;

import dev.nacre.engine.EngineException;
import dev.nacre.engine.ErrorCode;
import dev.nacre.engine.Limits;
import dev.nacre.engine.host.HostInterface;
import dev.nacre.engine.host.HostInterfaces;
import dev.nacre.engine.validate.ImportMatch;
import dev.nacre.engine.wit.ComponentType;
import dev.nacre.engine.wit.ExternType;
import dev.nacre.engine.wit.NamedExtern;
import dev.nacre.engine.wit.ResourceType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Looks for what satisfies the imports of one component, once for all its instances. Mutable, used once. */
final class ImportLinker {
    private final HostInterfaces host;
    private final List<LinkedComponent> providers;
    private final ImportMatch match;
    private final List<MissingImport> missing = new ArrayList<>();
    private final HostItems hostItems;

    private ImportLinker(ComponentType component, HostInterfaces host, List<LinkedComponent> providers, Limits limits) {
        this.host = host;
        this.providers = providers;
        this.match = new ImportMatch(component, limits);
        this.hostItems = new HostItems(match, missing);
    }

    /**
     * Links a component.
     *
     * @param providers asked before the host
     * @throws EngineException with {@link ErrorCode#IMPORT_MISMATCH} when what there is has another type; what is missing
     *     is listed in the result
     */
    static LinkedImports link(
            ComponentType component, HostInterfaces host, List<LinkedComponent> providers, Limits limits) {
        ImportLinker linker = new ImportLinker(component, host, providers, limits);
        Map<String, ImportSource> sources = new LinkedHashMap<>();
        for (NamedExtern item : component.imports()) {
            linker.source(item).ifPresent(source -> sources.put(item.name(), source));
        }
        component.exportedResources().forEach(linker::makeNew);
        List<NamedExtern> exports = component.exports().stream()
                .map(export -> new NamedExtern(export.name(), linker.match.apply(export.type())))
                .toList();
        return new LinkedImports(sources, linker.missing, exports);
    }

    /** Those who are linked to two links of one component meet different resources. */
    private void makeNew(ResourceType exported) {
        match.supply(exported, new ResourceType(exported.name()));
    }

    private Optional<ImportSource> source(NamedExtern item) {
        for (LinkedComponent provider : providers) {
            Optional<ExternType> supplied = provider.exportedType(item.name());
            if (supplied.isPresent()) {
                return Optional.of(provided(item, provider, supplied.get()));
            }
        }
        return item.type() instanceof ExternType.Instance instance
                ? hostItems.instance(item.name(), instance.type(), interfaceNamed(item.name()))
                : hostItems.item(item, host.topLevel());
    }

    private Optional<HostInterface> interfaceNamed(String name) {
        return host.find(name).or(() -> host.topLevel().instance(name));
    }

    private ImportSource provided(NamedExtern item, LinkedComponent provider, ExternType supplied) {
        match.difference(item, supplied).ifPresent(words -> {
            throw HostItems.mismatch(
                    words, "link it to a component of that type, or build the two against one interface");
        });
        return session -> session.provided(provider).get(item.name());
    }
}
