package salesconveyor.journeys.people;

import java.time.OffsetDateTime;

/** Only sells. */
public class SalesManager extends Person {
    public SalesManager(Belt belt) {
        super(belt, "manager");
    }

    public void accepts(String deal) {
        does(deal, "acceptLead", "outcome", "ACCEPT");
    }

    public void meets(String deal, String email) {
        does(
                deal,
                "warmUpCall",
                "outcome",
                "MEETING",
                "meetingTime",
                OffsetDateTime.now().plusDays(30).toString());
        does(deal, "holdFirstMeeting", "outcome", "PROPOSAL", "need", "boxes", "proposalEmail", email);
    }

    public void wins(String deal) {
        does(deal, "negotiateDeal", "outcome", "WON");
    }

    public void loses(String deal) {
        does(deal, "negotiateDeal", "outcome", "LOST", "lostReason", "PRICE");
    }

    public void hearsNeverCallAgain(String deal) {
        does(deal, "warmUpCall", "outcome", "DO_NOT_CALL");
    }

    public void doesNotWinBack(String deal) {
        does(deal, "recoverClient", "outcome", "LOST", "recoveryNotes", "Went to a competitor");
    }
}
