package org.tocsin.coder.incident;

import org.tocsin.coder.AttackType;
import org.tocsin.coder.Stage;

/**
 * The word that tells of an attack ("bombed", "ambush"), where it stands.
 *
 * @param sentence index in the document's sentences
 * @param token index in that sentence's tokens
 * @param weight how sure it is that this word here reports a specific attack, 0..1
 */
public record Trigger(int sentence, int token, AttackType type, Stage stage, double weight) {}
