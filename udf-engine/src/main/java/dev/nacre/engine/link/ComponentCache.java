package dev.nacre.engine.link;

import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The components in use, by digest: the same bytes are compiled once, and let go when nobody uses them. Safe for use by many
 * threads; two components are loaded side by side, and whoever asks for one that is being loaded waits for it.
 */
final class ComponentCache {
    private final Map<String, Slot> slots = new ConcurrentHashMap<>();
    private final ReferenceQueue<OpenComponent> freed = new ReferenceQueue<>();

    /** Returns the component of a digest, made by {@code load} when there is none. */
    OpenComponent get(String sha256, Function<String, OpenComponent> load) {
        forgetFreed();
        return slots.computeIfAbsent(sha256, Slot::new).get(load);
    }

    /** Forgets all components; those in use stay usable. */
    void clear() {
        slots.clear();
    }

    private void forgetFreed() {
        for (Object reference = freed.poll(); reference != null; reference = freed.poll()) {
            Known known = (Known) reference;
            slots.computeIfPresent(known.sha256, (digest, slot) -> slot.holds(known) ? null : slot);
        }
    }

    /** A reference that knows what it referred to. */
    private static final class Known extends WeakReference<OpenComponent> {
        private final String sha256;

        Known(OpenComponent component, ReferenceQueue<OpenComponent> queue) {
            super(component, queue);
            this.sha256 = component.sha256();
        }
    }

    /** One digest: whoever loads it holds the lock. */
    private final class Slot {
        private final String sha256;
        private volatile @Nullable Known known;

        Slot(String sha256) {
            this.sha256 = sha256;
        }

        OpenComponent get(Function<String, OpenComponent> load) {
            return present().orElseGet(() -> loadOnce(load));
        }

        private synchronized OpenComponent loadOnce(Function<String, OpenComponent> load) {
            Optional<OpenComponent> other = present();
            if (other.isPresent()) {
                return other.get();
            }
            OpenComponent component = load.apply(sha256);
            known = new Known(component, freed);
            return component;
        }

        private Optional<OpenComponent> present() {
            Known current = known;
            return current == null ? Optional.empty() : Optional.ofNullable(current.get());
        }

        boolean holds(Known reference) {
            return known == reference;
        }
    }
}
