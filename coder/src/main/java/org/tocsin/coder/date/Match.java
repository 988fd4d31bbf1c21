package org.tocsin.coder.date;

/** Tokens {@code first} to {@code last} of a sentence were read as a date expression. */
record Match(int first, int last, String form, Meaning meaning) {}
