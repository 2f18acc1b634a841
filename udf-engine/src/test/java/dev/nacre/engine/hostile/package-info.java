/**
 * Tests that attack the whole engine: components that lie at every boundary, odd instantiations, damaged bytes run to the
 * last call, and fuzz targets. What they attack with is written here, byte by byte; no toolchain makes such guests.
 */
package dev.nacre.engine.hostile;
