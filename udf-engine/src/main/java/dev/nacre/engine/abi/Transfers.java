package dev.nacre.engine.abi;

import java.util.HashMap;
import java.util.Map;

/** Makes transfers, each pair's of codecs once. Mutable, used by one thread while planning. */
final class Transfers {
    private final Map<Pair, Transfer> made = new HashMap<>();

    /** Compares codecs by identity: a factory makes one codec for each type. */
    private record Pair(Codec from, Codec to) {}

    /** Returns the transfer between two codecs of the same type, which may differ in the encoding of strings. */
    Transfer between(Codec from, Codec to) {
        Pair pair = new Pair(from, to);
        Transfer known = made.get(pair);
        if (known != null) {
            return known;
        }
        Transfer transfer = from.transferTo(to, this);
        made.put(pair, transfer);
        return transfer;
    }
}
