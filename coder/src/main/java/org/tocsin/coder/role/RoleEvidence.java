package org.tocsin.coder.role;

import java.util.List;

/**
 * How surely an article says whom or what an attack hit and what it was done with: an article that only mentions attacks in
 * passing rarely does. Who did it is left out: it told little more, and carried over badly to other kinds of news.
 *
 * @param target the greatest probability of a target, 0 when nobody comes in question
 * @param weapon the same of a weapon
 */
public record RoleEvidence(double target, double weapon) {

    /** The evidence by the probabilities of that model. */
    public static RoleEvidence of(List<Candidate> candidates, RoleModel model) {
        return new RoleEvidence(surest(Role.TARGET, candidates, model), surest(Role.WEAPON, candidates, model));
    }

    private static double surest(Role role, List<Candidate> candidates, RoleModel model) {
        return candidates.stream()
                .filter(candidate -> candidate.fits(role))
                .mapToDouble(candidate -> model.probability(role, candidate))
                .max()
                .orElse(0);
    }
}
