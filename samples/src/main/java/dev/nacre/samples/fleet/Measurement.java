package dev.nacre.samples.fleet;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.List;

/**
 * What a device sent.
 *
 * @param payload the device's own record, obfuscated
 * @param tags may be empty
 */
record Measurement(long device, OffsetDateTime at, BigDecimal celsius, byte[] payload, List<String> tags) {}
