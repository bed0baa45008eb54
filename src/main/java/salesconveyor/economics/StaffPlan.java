package salesconveyor.economics;

import java.time.LocalTime;
import java.util.List;

/**
 * Staff that is tried out: so many people with the same pay, hours and work.
 *
 * @param paidAs the role whose hourly cost they have
 * @param roles whose tasks they do
 */
public record StaffPlan(String paidAs, int people, LocalTime from, LocalTime until, List<String> roles) {}
