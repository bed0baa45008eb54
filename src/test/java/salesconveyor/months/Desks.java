package salesconveyor.months;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What the team writes on its forms, and how long each piece of work takes. */
class Desks {
    private static final List<String> GOODS = List.of("BOX-S", "BOX-L", "PAL-EU", "TAPE-48", "FILM-500");
    private static final Map<String, Integer> MINUTES = Map.ofEntries(
            Map.entry("researchCompany", 17),
            Map.entry("callCompany", 6),
            Map.entry("judgeLead", 5),
            Map.entry("acceptLead", 6),
            Map.entry("warmUpCall", 17),
            Map.entry("holdFirstMeeting", 75),
            Map.entry("prepareProposal", 52),
            Map.entry("approveDiscount", 7),
            Map.entry("negotiateDeal", 35),
            Map.entry("completeBilling", 8),
            Map.entry("shipOrder", 28),
            Map.entry("askSatisfaction", 6),
            Map.entry("recoverClient", 25),
            Map.entry("callDebtor", 11),
            Map.entry("decideOverdue", 9),
            Map.entry("resolvePayment", 7),
            Map.entry("contactClient", 14),
            Map.entry("refundPayment", 6));

    private final Chance chance;

    Desks(Chance chance) {
        this.chance = chance;
    }

    int minutes(String station, int pace) {
        return Math.max(1, chance.minutes(MINUTES.getOrDefault(station, 8)) * pace / 100);
    }

    /** @return the fields of the form, the outcome among them */
    Map<String, Object> fields(String station, Lead lead, ZonedDateTime now, List<Integer> open) {
        return switch (station) {
            case "researchCompany" -> research(lead);
            case "callCompany" -> call(lead, now);
            case "judgeLead" -> of("outcome", lead.will > 45 && lead.volume > 800 ? "WORTH_IT" : "NOT_WORTH_IT");
            case "acceptLead" ->
                chance.in100(88)
                        ? of("outcome", "ACCEPT")
                        : of("outcome", "RETURN", "whatIsMissing", "Who decides, and how much they buy in a month");
            case "warmUpCall" -> warmUp(lead, now);
            case "holdFirstMeeting" -> meet(lead, now);
            case "prepareProposal" -> propose(lead);
            case "approveDiscount" ->
                chance.in100(75)
                        ? of("outcome", "APPROVE")
                        : of("outcome", "REJECT", "rejectReason", "Too much for a first order");
            case "negotiateDeal" -> negotiate(lead, now);
            case "completeBilling" ->
                of("outcome", "READY", "billingEmail", lead.mail, "billingAddress", "Hauptstrasse 1\n60311 Frankfurt");
            case "shipOrder" -> ship(open);
            case "decideShipment" ->
                of("outcome", "WAIT", "waitDate", day(now, 3).toLocalDate().toString());
            case "askSatisfaction" ->
                chance.in100(65)
                        ? of("outcome", "ANSWERED", "givenScore", score(lead))
                        : of("outcome", chance.in100(80) ? "NO_ANSWER" : "REFUSED");
            case "recoverClient" ->
                of(
                        "outcome",
                        chance.in100(75) ? "RECOVERED" : "LOST",
                        "recoveryNotes",
                        "A box was damaged; sent a new one");
            case "callDebtor" ->
                chance.in100(65)
                        ? of(
                                "outcome",
                                "PROMISED",
                                "promisedDate",
                                day(now, 4).toLocalDate().toString())
                        : of("outcome", "NO_ANSWER");
            case "decideOverdue" ->
                chance.in100(70)
                        ? of(
                                "outcome",
                                "EXTEND",
                                "newDueDate",
                                now.toLocalDate().plusDays(14).toString())
                        : of("outcome", "STOP", "decisionReason", "Pays neither nor answers");
            case "contactClient" -> contact();
            default -> ofNobody(station);
        };
    }

    /** What is answered without knowing the client. */
    Map<String, Object> ofNobody(String station) {
        return switch (station) {
            case "resolvePayment" -> of("outcome", "NOT_OURS");
            case "refundPayment" -> of("outcome", "KEEP_AS_CREDIT");
            case "decideUntakenCall" -> of("outcome", "KEEP");
            default -> throw new IllegalStateException("Nobody of the team knows the station " + station);
        };
    }

    int score(Lead lead) {
        return Math.min(10, Math.max(0, (lead.will > 50 ? 9 : 7) + chance.between(-3, 2) - (chance.in100(8) ? 5 : 0)));
    }

    private Map<String, Object> research(Lead lead) {
        String outcome = chance.weighted("FOUND", 84, "NOT_FOUND", 9, "NOT_OUR_CLIENT", 7);
        if (!outcome.equals("FOUND")) {
            return of("outcome", outcome, "researchNotes", "Their site is gone");
        }
        return of(
                "outcome",
                outcome,
                "person",
                lead.person,
                "position",
                "Head of purchasing",
                "phone",
                lead.phone,
                "industry",
                chance.oneOf(List.of("Manufacturing", "Food", "Online retail", "Wholesale")),
                "employees",
                chance.oneOf(List.of("10-49", "50-249", "250-999")),
                "expectedNeed",
                "Shipping boxes every month",
                "fit",
                lead.fit,
                "country",
                "DE",
                "factSource",
                "Their imprint");
    }

    private Map<String, Object> call(Lead lead, ZonedDateTime now) {
        String outcome = chance.weighted(
                "ANSWERED",
                40,
                "NO_ANSWER",
                22,
                "BUSY",
                6,
                "VOICEMAIL",
                8,
                "GATEKEEPER",
                8,
                "CALLBACK",
                6,
                "WRONG_NUMBER",
                2,
                "WRONG_PERSON",
                2,
                "REFUSED",
                5,
                "DO_NOT_CALL",
                1);
        return switch (outcome) {
            case "ANSWERED" -> {
                var said = of(
                        "outcome",
                        outcome,
                        "buysNow",
                        "YES",
                        "volume",
                        lead.volume,
                        "interestLevel",
                        lead.will > 60 ? "HIGH" : lead.will > 30 ? "SOME" : "NONE",
                        "decides",
                        chance.in100(75),
                        "supplier",
                        chance.oneOf(List.of("A wholesaler", "Two online shops", "A factory in Poland")));
                yield said;
            }
            case "CALLBACK" -> of("outcome", outcome, "callbackTime", at(day(now, chance.between(1, 3))));
            case "WRONG_NUMBER", "WRONG_PERSON" -> of("outcome", outcome, "callNotes", "Somebody else answers there");
            case "REFUSED" -> of("outcome", outcome, "refusalReason", "Has a contract until next year");
            default -> of("outcome", outcome);
        };
    }

    private Map<String, Object> warmUp(Lead lead, ZonedDateTime now) {
        String outcome = lead.will > 45 || chance.in100(45)
                ? "MEETING"
                : chance.weighted("LATER", 20, "LOST", 76, "DO_NOT_CALL", 4);
        return switch (outcome) {
            case "MEETING" -> of("outcome", outcome, "meetingTime", at(day(now, chance.between(2, 6))));
            case "LATER" ->
                of(
                        "outcome",
                        outcome,
                        "laterReason",
                        "BUDGET_LATER",
                        "laterDate",
                        day(now, 40).toLocalDate().toString());
            case "LOST" ->
                of("outcome", outcome, "lostReason", chance.oneOf(List.of("NO_NEED", "COMPETITOR", "NO_BUDGET")));
            default -> of("outcome", outcome);
        };
    }

    private Map<String, Object> meet(Lead lead, ZonedDateTime now) {
        String outcome =
                chance.weighted("PROPOSAL", lead.will > 40 ? 82 : 55, "NO_SHOW", 7, "LATER", 5, "LOST", 6, "LOST", 100);
        return switch (outcome) {
            case "PROPOSAL" ->
                of(
                        "outcome",
                        outcome,
                        "need",
                        "Boxes of two sizes, delivered within two days",
                        "proposalEmail",
                        lead.mail);
            case "NO_SHOW" -> of("outcome", outcome, "meetingTime", at(day(now, 4)));
            case "LATER" ->
                of(
                        "outcome",
                        outcome,
                        "laterReason",
                        "NO_TIME",
                        "laterDate",
                        day(now, 45).toLocalDate().toString());
            default -> of("outcome", outcome, "lostReason", chance.oneOf(List.of("PRICE", "NO_NEED", "NO_DECISION")));
        };
    }

    private Map<String, Object> propose(Lead lead) {
        int discount = chance.oneOf(List.of(0, 0, 3, 5, 5, 8, 10, 12, 15, 20));
        int monthly = Math.max(400, lead.volume);
        String rows = IntStream.rangeClosed(1, chance.between(1, 3))
                .mapToObj(line -> GOODS.get((lead.volume / 10 + line * 2) % GOODS.size()))
                .distinct()
                .map(sku -> "{\"sku\":\"%s\",\"quantity\":%d,\"discountPercent\":%d}"
                        .formatted(sku, Math.max(20, monthly / chance.between(3, 6)), discount))
                .collect(Collectors.joining(",", "[", "]"));
        return of("outcome", "READY", "proposalRows", rows, "proposalEmail", lead.mail);
    }

    private Map<String, Object> negotiate(Lead lead, ZonedDateTime now) {
        String outcome =
                chance.in100(lead.will * 6 / 10 + 5) ? "WON" : chance.weighted("REVISE", 25, "LATER", 8, "LOST", 67);
        return switch (outcome) {
            case "REVISE" -> of("outcome", outcome, "changes", "Fewer small boxes, and a better price");
            case "LATER" ->
                of(
                        "outcome",
                        outcome,
                        "laterReason",
                        "BUDGET_LATER",
                        "laterDate",
                        day(now, 40).toLocalDate().toString());
            case "LOST" ->
                of(
                        "outcome",
                        outcome,
                        "lostReason",
                        chance.oneOf(List.of("PRICE", "PRICE", "COMPETITOR", "NO_DECISION")));
            default -> of("outcome", outcome);
        };
    }

    private Map<String, Object> ship(List<Integer> open) {
        boolean part = open.size() > 2 && chance.in100(15);
        String rows = IntStream.range(0, part ? 1 : open.size() / 2)
                .mapToObj(i -> "{\"line\":%d,\"quantity\":\"%d\"}".formatted(open.get(2 * i), open.get(2 * i + 1)))
                .collect(Collectors.joining(",", "[", "]"));
        return of("outcome", part ? "PARTLY_SHIPPED" : "SHIPPED", "shipmentRows", rows);
    }

    private Map<String, Object> contact() {
        String outcome = chance.weighted("NEXT_ORDER", 40, "WIDER_RANGE", 12, "KEEP_IN_TOUCH", 44, "LOST", 4);
        return switch (outcome) {
            case "NEXT_ORDER", "WIDER_RANGE" -> of("outcome", outcome, "wish", "The same again, and stretch film");
            case "LOST" -> of("outcome", outcome, "lostReason", "COMPETITOR");
            default -> of("outcome", outcome, "contactNotes", "All is well; orders again next month");
        };
    }

    /** A workday, so many days on. */
    private static ZonedDateTime day(ZonedDateTime now, int days) {
        LocalDate day = now.toLocalDate().plusDays(days);
        while (day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY) {
            day = day.plusDays(1);
        }
        return day.atTime(LocalTime.of(10, 0)).atZone(now.getZone());
    }

    private String at(ZonedDateTime day) {
        return day.plusMinutes(30L * chance.between(0, 11)).toOffsetDateTime().toString();
    }

    private static Map<String, Object> of(Object... pairs) {
        Map<String, Object> fields = new HashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            fields.put((String) pairs[i], pairs[i + 1]);
        }
        return fields;
    }
}
