package dev.nacre.engine.abi;

/**
 * A string on its way from one guest to another: its bytes as the first one wrote them, because the specification tells from
 * these how the second one is asked for memory.
 *
 * @param bytes well-formed; belongs to this object
 * @param units how many code units
 */
record GuestText(TextForm form, byte[] bytes, int units) {}
