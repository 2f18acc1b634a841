package dev.nacre.bench.evil;

import java.time.Duration;

/**
 * What the watching process saw of a strike.
 *
 * @param text what was tried
 * @param outcome what came of it, in a line
 * @param objection what is wrong with that; empty when nothing is
 * @param timeToStop from when the defence was due to when the strike was over, not below zero
 */
public record StrikeResult(String text, String outcome, String objection, Duration timeToStop) {}
