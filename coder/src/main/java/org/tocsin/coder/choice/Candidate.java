package org.tocsin.coder.choice;

/**
 * One reading of the text.
 *
 * @param value what is chosen; several candidates may speak for the same value
 */
public record Candidate<V>(V value, Features features) {}
