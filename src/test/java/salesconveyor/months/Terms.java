package salesconveyor.months;

import static salesconveyor.economics.PayAgreement.Basis.CARD;
import static salesconveyor.economics.PayAgreement.Basis.LEAD;
import static salesconveyor.economics.PayAgreement.Basis.SHIFT_HOUR;
import static salesconveyor.economics.PayAgreement.Basis.TASK_HOUR;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import salesconveyor.economics.CostRate;
import salesconveyor.economics.CostRates;
import salesconveyor.economics.PayAgreement;
import salesconveyor.economics.PayAgreements;
import salesconveyor.people.Shift;
import salesconveyor.people.Shifts;

/** What the demo company agreed before the first day: rates, overheads, pay, and the shifts of who works at home. */
record Terms(CostRates rates, PayAgreements pay, Shifts shifts, LocalDate first) {
    private static final String HEAD = "head";

    void agree() {
        rate("researchers", "19.00");
        rate("callers", "23.00");
        rate("managers", "58.00");
        rate("assistants", "27.00");
        rate("heads", "74.00");
        rate("accountants", "34.00");
        rate("shippers", "25.00");
        rate("accountManagers", "42.00");
        rate("marketers", "36.00");
        overhead("acquireClient", "650.00");
        overhead("sellToClient", "480.00");
        overhead("serveClient", "900.00");
        overhead("collectPayment", "120.00");
        overhead("measureSatisfaction", "60.00");
        overhead("developClient", "140.00");
        pays("researcher", CARD, "4.20");
        pays("researcher2", CARD, "4.20");
        pays("caller", TASK_HOUR, "15.50");
        pays("caller", LEAD, "5.00");
        pays("caller2", SHIFT_HOUR, "14.50");
        evening("researcher2", "17:00", "21:00");
        evening("caller2", "09:00", "13:00");
    }

    private void rate(String role, String amount) {
        rates.write(new CostRate(CostRate.Kind.ROLE, role, first, new BigDecimal(amount), "EUR"), HEAD);
    }

    private void overhead(String stage, String amount) {
        rates.write(new CostRate(CostRate.Kind.STAGE, stage, first, new BigDecimal(amount), "EUR"), HEAD);
    }

    private void pays(String person, PayAgreement.Basis basis, String amount) {
        pay.add(new PayAgreement(person, basis, new BigDecimal(amount), "EUR", BigDecimal.ONE, first, null), HEAD);
    }

    private void evening(String person, String from, String until) {
        for (DayOfWeek day = DayOfWeek.MONDAY; day != DayOfWeek.SATURDAY; day = day.plus(1)) {
            shifts.add(new Shift(0, person, day, LocalTime.parse(from), LocalTime.parse(until), first, null), HEAD);
        }
    }
}
