package dev.nacre.bench.engine;

/**
 * What one round says about one subject, for each operation.
 *
 * @param threadNanos processor time of its thread
 * @param processNanos processor time of all threads
 * @param bytes allocated
 * @param slowNanos time by the clock that 99 of 100 operations do not exceed; not a number when they were not timed one by one
 * @param keptBytes left in the heap; not a number when that was not looked at
 */
record Figure(double threadNanos, double processNanos, double bytes, double slowNanos, double keptBytes) {}
