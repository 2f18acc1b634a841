package dev.nacre.engine.abi;

/**
 * Between which guests values are carried.
 *
 * @param source gives them
 * @param target takes them; of another instance, so that nothing the target does can change what is still to be lifted
 */
record Passage(AbiContext source, AbiContext target) {}
