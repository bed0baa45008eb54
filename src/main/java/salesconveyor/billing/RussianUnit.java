package salesconveyor.billing;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * A unit of the price list in the classifier OKEI (OK 015-94), as Russian papers name it.
 *
 * @param code of three digits; a dash where the classifier has none
 */
record RussianUnit(String code, String name) {
    private static final Set<String> SERVICE = Set.of("356", "359", "360", "362", "366", "usl");
    private static final Map<String, RussianUnit> UNITS = Map.ofEntries(
            entry("pc", "796", "шт"),
            entry("pcs", "796", "шт"),
            entry("piece", "796", "шт"),
            entry("шт", "796", "шт"),
            entry("set", "839", "компл"),
            entry("компл", "839", "компл"),
            entry("pack", "778", "упак"),
            entry("уп", "778", "упак"),
            entry("упак", "778", "упак"),
            entry("roll", "736", "рул"),
            entry("рул", "736", "рул"),
            entry("kg", "166", "кг"),
            entry("кг", "166", "кг"),
            entry("t", "168", "т"),
            entry("т", "168", "т"),
            entry("m", "006", "м"),
            entry("м", "006", "м"),
            entry("m2", "055", "м²"),
            entry("m²", "055", "м²"),
            entry("м2", "055", "м²"),
            entry("м²", "055", "м²"),
            entry("m3", "113", "м³"),
            entry("m³", "113", "м³"),
            entry("м3", "113", "м³"),
            entry("м³", "113", "м³"),
            entry("l", "112", "л"),
            entry("л", "112", "л"),
            entry("h", "356", "ч"),
            entry("hour", "356", "ч"),
            entry("ч", "356", "ч"),
            entry("час", "356", "ч"),
            entry("day", "359", "сут"),
            entry("день", "359", "сут"),
            entry("сут", "359", "сут"),
            entry("week", "360", "нед"),
            entry("нед", "360", "нед"),
            entry("month", "362", "мес"),
            entry("мес", "362", "мес"),
            entry("year", "366", "год"),
            entry("год", "366", "год"),
            entry("service", "usl", "усл"),
            entry("услуга", "usl", "усл"),
            entry("усл", "usl", "усл"));

    static RussianUnit of(String unit) {
        RussianUnit known = UNITS.get(key(unit));
        if (known == null) {
            return new RussianUnit("—", unit);
        }
        return known.code().equals("usl") ? new RussianUnit("—", known.name()) : known;
    }

    /** What is charged by time or as a service is no good that is handed over. */
    static boolean isService(String unit) {
        RussianUnit known = UNITS.get(key(unit));
        return known != null && SERVICE.contains(known.code());
    }

    private static String key(String unit) {
        return unit.strip().toLowerCase(Locale.ROOT).replaceAll("\\.$", "");
    }

    private static Map.Entry<String, RussianUnit> entry(String unit, String code, String name) {
        return Map.entry(unit, new RussianUnit(code, name));
    }
}
