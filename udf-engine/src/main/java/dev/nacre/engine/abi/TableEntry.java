package dev.nacre.engine.abi;

/** What a handle table holds (CanonicalABI.md, "Table State"). */
sealed interface TableEntry permits Handle, WaitableSet {}
