package dev.nacre.samples.telemetry;

import java.time.OffsetDateTime;

/**
 * What a device measured once.
 *
 * @param id from 1
 * @param at in UTC
 * @param payload the device's own record, obfuscated: every byte XOR 0xAA
 */
record Reading(long id, String device, int site, OffsetDateTime at, double value, byte[] payload) {}
