package salesconveyor.shared;

import java.time.LocalDate;

/** Breaks the rules of money and time on purpose, so that the rules are seen to work. */
class MoneyExample {
    double price;

    LocalDate due(float days) {
        return LocalDate.now();
    }
}
