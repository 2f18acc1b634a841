package dev.nacre.engine.link;

import dev.nacre.engine.EngineException;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The components in use, by digest: the same bytes are compiled once, and let go when nobody uses them. Safe for use by many
 * threads; two components are loaded side by side, and whoever asks for one that is being loaded waits for it, and fails as it
 * fails. Of a failure nothing is kept.
 */
final class ComponentCache {
    private final Map<String, Known> known = new ConcurrentHashMap<>();
    private final Map<String, CompletableFuture<OpenComponent>> loading = new ConcurrentHashMap<>();
    private final ReferenceQueue<OpenComponent> freed = new ReferenceQueue<>();

    /** Returns the component of a digest when somebody uses it. */
    Optional<OpenComponent> find(String sha256) {
        forgetFreed();
        return Optional.ofNullable(known.get(sha256)).map(WeakReference::get);
    }

    /** Returns the component of a digest, made by {@code load} when there is none. */
    OpenComponent get(String sha256, Supplier<OpenComponent> load) {
        CompletableFuture<OpenComponent> mine = new CompletableFuture<>();
        CompletableFuture<OpenComponent> other = loading.putIfAbsent(sha256, mine);
        if (other != null) {
            return awaited(other);
        }
        try {
            OpenComponent component = find(sha256).orElseGet(load);
            known.put(sha256, new Known(component, freed));
            mine.complete(component);
            return component;
        } catch (Throwable failure) {
            mine.completeExceptionally(failure);
            throw failure;
        } finally {
            loading.remove(sha256, mine);
        }
    }

    private static OpenComponent awaited(CompletableFuture<OpenComponent> other) {
        try {
            return other.join();
        } catch (CompletionException failure) {
            throw ofThisThread(failure.getCause(), failure);
        }
    }

    private static RuntimeException ofThisThread(@Nullable Throwable cause, CompletionException failure) {
        if (cause instanceof Error error) {
            throw error;
        }
        return cause instanceof EngineException refusal
                ? new EngineException(refusal.code(), String.valueOf(refusal.getMessage()), refusal)
                : failure;
    }

    /** Forgets all components; those in use stay usable. */
    void clear() {
        known.clear();
    }

    /** Returns how many components are known or being loaded. */
    int size() {
        return known.size() + loading.size();
    }

    private void forgetFreed() {
        for (Object reference = freed.poll(); reference != null; reference = freed.poll()) {
            Known gone = (Known) reference;
            known.remove(gone.sha256, gone);
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
}
