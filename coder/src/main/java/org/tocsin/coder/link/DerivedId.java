package org.tocsin.coder.link;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tocsin.coder.Place;
import org.tocsin.coder.Target;
import org.tocsin.coder.TargetType;
import org.tocsin.coder.place.Folding;
import org.tocsin.coder.place.Gazetteer;
import org.tocsin.coder.place.Toponym;

/**
 * The id of a target that nobody listed: {@code type.nationality@country.place}, lower case, so that nothing goes uncounted.
 *
 * <ul>
 *   <li><b>type</b> is {@link TargetType#slug()}: kinds of transport share one, as do kinds of infrastructure.
 *   <li><b>nationality</b> is the target's own; when the text leaves it open, the country of the place.
 *   <li><b>country</b> is where it was attacked; {@code zz} when unknown.
 *   <li><b>place</b> is the town by its usual name, else the division. It is left out when only the country is known, for
 *       soldiers and police, and for people in another country than their own: American soldiers attacked anywhere in Iraq
 *       are {@code military.us@iq}, however they are called, and Iraqi ones {@code military.iq@iq}. What stands still keeps its
 *       town, whoever owns it: the American embassy is {@code diplomatic.us@iq.baghdad}, a police station {@code
 *       police.iq@iq.mosul}. So do a country's own people.
 *   <li>Of several towns of one name in a country the largest has the bare name, the others their division behind it:
 *       {@code private.us@us.springfield-illinois}.
 * </ul>
 *
 * Pure and immutable.
 */
public final class DerivedId {
    private static final String UNKNOWN = "zz";
    private static final double SAME_SPOT = 0.02;
    private static final Set<TargetType> ON_THE_MOVE = Set.of(
            TargetType.PRIVATE_CITIZENS,
            TargetType.TOURISTS,
            TargetType.JOURNALISTS_MEDIA,
            TargetType.NGO,
            TargetType.NON_STATE_MILITIA,
            TargetType.OTHER,
            TargetType.UNKNOWN);

    private static final Set<TargetType> FORCES = Set.of(TargetType.MILITARY, TargetType.POLICE);

    private final Gazetteer gazetteer;

    /** Spells towns as that gazetteer does. */
    public DerivedId(Gazetteer gazetteer) {
        this.gazetteer = gazetteer;
    }

    /**
     * The id of a target of this type and nationality attacked there.
     *
     * @param kind forces are people; their bases and stations are things and stand somewhere
     * @param nationality ISO 3166-1 alpha-2; null when not said
     * @param place null when unknown
     */
    public String of(TargetType type, Target.Kind kind, @Nullable String nationality, @Nullable Place place) {
        String country = place == null || place.countryCode() == null ? UNKNOWN : lower(place.countryCode());
        String own = nationality == null ? country : lower(nationality);
        StringBuilder id = new StringBuilder(type.slug())
                .append('.')
                .append(own)
                .append('@')
                .append(country);
        boolean force = kind == Target.Kind.HUMAN && FORCES.contains(type);
        boolean abroad = !own.equals(country) && kind == Target.Kind.HUMAN && ON_THE_MOVE.contains(type);
        if (place != null && !force && !abroad) {
            slug(place).ifPresent(slug -> id.append('.').append(slug));
        }
        return id.toString();
    }

    private Optional<String> slug(Place place) {
        String name = place.name();
        if (name == null || name.isBlank()) {
            return Optional.ofNullable(place.admin1()).map(DerivedId::slug);
        }
        List<Toponym> same = gazetteer.named(name).stream()
                .filter(t -> t.country().equals(place.countryCode()) && isAt(t, place))
                .toList();
        if (same.isEmpty()) {
            return Optional.of(slug(name));
        }
        Toponym toponym = same.get(0);
        String usual = slug(gazetteer.usualName(toponym));
        Toponym region = toponym.region();
        boolean bare = !toponym.kind().isTown() || region == null || isLargest(toponym);
        return Optional.of(bare || region == null ? usual : usual + "-" + slug(gazetteer.usualName(region)));
    }

    private boolean isLargest(Toponym toponym) {
        return gazetteer.named(toponym.name()).stream()
                .filter(t -> t.country().equals(toponym.country()) && t.kind().isTown())
                .filter(t -> Folding.fold(t.name()).equals(Folding.fold(toponym.name())))
                .max(Comparator.comparingInt(Toponym::population))
                .filter(largest -> largest.population() <= toponym.population())
                .isPresent();
    }

    private static boolean isAt(Toponym toponym, Place place) {
        Double latitude = place.latitude();
        Double longitude = place.longitude();
        return latitude != null
                && longitude != null
                && Math.abs(toponym.latitude() - latitude) < SAME_SPOT
                && Math.abs(toponym.longitude() - longitude) < SAME_SPOT;
    }

    private static String slug(String name) {
        return Folding.fold(name).replace(' ', '-');
    }

    private static String lower(String code) {
        return code.toLowerCase(Locale.ROOT);
    }
}
