package org.tocsin.coder.role;

/**
 * How a noun phrase hangs on a verb or an event noun: "kill" with "object", "attack" with "on".
 *
 * @param group class of the verb or noun
 * @param word its base form
 * @param link object, subject, a preposition, ...
 */
record Relation(String group, String word, String link) {
    Relation as(String prefix) {
        return new Relation(group, word, prefix + link);
    }
}
