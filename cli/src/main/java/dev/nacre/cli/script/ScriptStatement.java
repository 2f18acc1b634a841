package dev.nacre.cli.script;

/**
 * One statement of a script.
 *
 * @param text without the semicolon and without white space around it; with its comments
 * @param start where in the script the text begins
 */
public record ScriptStatement(String text, ScriptPosition start) {}
