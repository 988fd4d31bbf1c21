package org.tocsin.coder.role;

import java.util.List;
import org.tocsin.coder.Perpetrator;
import org.tocsin.coder.Target;
import org.tocsin.coder.Weapon;

/**
 * Who was attacked in one attack, by whom, and with what, most likely ones first.
 *
 * @param targets without derived ids: those need the place of the attack
 * @param spans where each stands in the document, targets first, then perpetrators and weapons
 */
public record Roles(List<Target> targets, List<Perpetrator> perpetrators, List<Weapon> weapons, List<Span> spans) {
    /** Characters of the document's text. */
    public record Span(int begin, int end) {}

    public Roles {
        targets = List.copyOf(targets);
        perpetrators = List.copyOf(perpetrators);
        weapons = List.copyOf(weapons);
        spans = List.copyOf(spans);
    }
}
