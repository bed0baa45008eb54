package salesconveyor.months;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Random;

/** Invented companies and people. Telephone numbers are those that the German regulator keeps free for films. */
class Names {
    private static final List<String> PLACES = List.of(
            "Ahorn", "Birken", "Donau", "Eichen", "Elbe", "Fichten", "Fulda", "Havel", "Heide", "Inn", "Isar", "Jura",
            "Kiesel", "Lech", "Leine", "Linden", "Main", "Mosel", "Mühlen", "Neckar", "Oder", "Quell", "Regen", "Ruhr",
            "Saale", "Saar", "Sieg", "Tannen", "Ulmen", "Wald", "Werra", "Wiesen");
    private static final List<String> TRADES = List.of(
            "Apparatebau",
            "Backwaren",
            "Drucktechnik",
            "Elektronik",
            "Feinkost",
            "Gartenbau",
            "Glaswerk",
            "Kaffee",
            "Keramik",
            "Kosmetik",
            "Lederwaren",
            "Leuchten",
            "Maschinen",
            "Möbel",
            "Naturkost",
            "Optik",
            "Papier",
            "Pflegemittel",
            "Spielwaren",
            "Textil",
            "Versand",
            "Weinhandel",
            "Werkzeuge");
    private static final List<String> FORMS = List.of("GmbH", "GmbH & Co. KG", "KG", "AG", "OHG");
    private static final List<String> FIRST = List.of(
            "Anna", "Bernd", "Claudia", "Dirk", "Eva", "Frank", "Gabi", "Holger", "Ines", "Jan", "Karin", "Lars",
            "Meike", "Nils", "Petra", "Ralf", "Sabine", "Tim", "Ute", "Volker");
    private static final List<String> LAST = List.of(
            "Arnold", "Busch", "Conrad", "Diehl", "Engel", "Fuchs", "Gross", "Haas", "Jahn", "Kuhn", "Lorenz", "Marx",
            "Noll", "Otto", "Pohl", "Reuter", "Seidel", "Thiel", "Vogel", "Winter");
    /** City and postcode, so that region and time zone are known. */
    private static final List<String> CITIES = List.of(
            "Hamburg 20095",
            "Bremen 28195",
            "Hannover 30159",
            "Berlin 10115",
            "Leipzig 04109",
            "Dresden 01067",
            "Köln 50667",
            "Düsseldorf 40213",
            "Frankfurt 60311",
            "Mainz 55116",
            "Stuttgart 70173",
            "München 80331",
            "Nürnberg 90402");

    private final Iterator<String> companies;
    private final Chance chance;
    private int phone;

    Names(Chance chance, long seed) {
        this.chance = chance;
        List<String> all = new ArrayList<>();
        PLACES.forEach(place -> TRADES.forEach(trade -> all.add(place + "tal " + trade)));
        PLACES.forEach(place -> TRADES.forEach(trade -> all.add(place + "hof " + trade)));
        Collections.shuffle(all, new Random(seed));
        this.companies = all.iterator();
    }

    String company() {
        return companies.next() + " " + chance.oneOf(FORMS);
    }

    String person() {
        return chance.oneOf(FIRST) + " " + chance.oneOf(LAST);
    }

    String[] city() {
        String city = chance.oneOf(CITIES);
        int space = city.lastIndexOf(' ');
        return new String[] {city.substring(0, space), city.substring(space + 1)};
    }

    /** Each company its own: who shares a number is one company. */
    String phone() {
        return "+49 69 90009 %03d".formatted(phone++);
    }
}
