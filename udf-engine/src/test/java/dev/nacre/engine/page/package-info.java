/**
 * The page docs/engine.md: all its Java code stands here between {@code @start} and {@code @end}, in the order of the page,
 * and is run with what it must give. {@code PageTest} compares the two block by block.
 */
package dev.nacre.engine.page;
