package dev.nacre.engine.host;

/** What stands behind a handle of WASI and is to be given back. Mutable, used by the instance's thread. */
interface GuestObject {
    /** Called once when the guest has no use for it any more. Must not throw. */
    default void drop() {}
}
