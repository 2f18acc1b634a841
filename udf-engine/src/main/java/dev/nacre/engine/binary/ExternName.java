package dev.nacre.engine.binary;

import java.util.Optional;

/**
 * The name of an import or export with what is said about it.
 *
 * @param name as found
 * @param implemented the interface that an instance of another name implements
 * @param externalId what the name stands for outside; of no meaning to validation
 */
public record ExternName(String name, Optional<String> implemented, Optional<String> externalId) {}
