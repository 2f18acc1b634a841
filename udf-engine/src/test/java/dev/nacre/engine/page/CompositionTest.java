package dev.nacre.engine.page;

import static dev.nacre.engine.page.Samples.assertFailsAsShown;
import static org.assertj.core.api.Assertions.assertThat;

import dev.nacre.engine.Component;
import dev.nacre.engine.ComponentEngine;
import dev.nacre.engine.ComponentInstance;
import dev.nacre.engine.ErrorCode;
import dev.nacre.engine.InstanceOptions;
import dev.nacre.engine.host.HostInterfaces;
import org.junit.jupiter.api.Test;

/** The page's chapter on composition. */
class CompositionTest {
    private final ComponentEngine engine = Samples.ENGINE;
    private final HostInterfaces host = HostInterfaces.standard();
    private final byte[] storeBytes = Samples.linked("store");
    private final byte[] auditBytes = Samples.linked("audit");
    private final byte[] shopBytes = Samples.linked("shop");

    @Test
    void linksComponents() {
        InstanceOptions options = Samples.options();

        // @start region="compose"
        Component store = engine.compile(storeBytes).link(host);
        Component audit = engine.compile(auditBytes).link(host, store);
        Component shop = engine.compile(shopBytes).link(host, store, audit);

        try (ComponentInstance instance = shop.instantiate(options)) {
            assertThat(instance.function("buy").call(21L)).isEqualTo(42L);
        }
        // @end
    }

    @Test
    void tellsResourcesOfTwoProvidersApart() {
        Component store = engine.compile(storeBytes).link(host);
        Component audit =
                engine.compile(auditBytes).link(host, engine.compile(storeBytes).link(host));

        assertFailsAsShown(
                ErrorCode.IMPORT_MISMATCH, () -> engine.compile(shopBytes).link(host, store, audit));
    }
}
