package salesconveyor.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Keyboard;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.TimeoutError;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import salesconveyor.engine.Hands;

/** A caller's day without a mouse, from the login until nothing waits any more. */
@Tag("browser")
class KeyboardDayTest extends Floor {
    private static final int MOST_STEPS = 60;
    private static final int PATIENCE = 3_000;
    private static final String MARKED = ".fjs-dropdownlist-item.focused";

    @Test
    void aCallerWorksByTheKeyboardAlone(@Autowired Hands hands) throws Exception {
        nobodyHasWork();
        String interested = called(hands, "Tastatur Eins GmbH", "+49 30 40190011");
        try (Desk desk = desk()) {
            try {
                desk.page().navigate(base() + "/camunda/app/tasklist/default/");
                desk.page().waitForSelector("input[ng-model=username]");
                walkTo(desk, "Username");
                Keyboard keys = desk.page().keyboard();
                keys.type("caller");
                keys.press("Tab");
                keys.type("caller");
                keys.press("Enter");
                desk.page().waitForSelector(".conveyor-next");

                pullsTheNext(desk, "Tastatur Eins GmbH");
                choose(desk, "How strong is the interest?", "High");
                walkTo(desk, "How much do they buy per month?");
                keys.type("5000");
                choose(desk, "Outcome", "Answered the questions");
                completes(desk, interested, "callCompany");

                String silent = called(hands, "Tastatur Zwei GmbH", "+49 30 40190012");
                pullsTheNext(desk, "Tastatur Zwei GmbH");
                choose(desk, "Outcome", "No answer");
                completes(desk, silent, "callCompany");

                keys.press("Control+Alt+n");
                assertThat(desk.told()).startsWith("Nothing waits for your roles now. The next task is expected on ");
            } catch (RuntimeException | AssertionError e) {
                desk.picture("failed-keyboard");
                throw e;
            }
        }
        as("manager", desk -> desk.next("Accept lead", "Tastatur Eins GmbH"));
    }

    /** A company that waits for its call. */
    private String called(Hands hands, String company, String phone) throws InterruptedException {
        String number = hands.start("marketer", "salesConveyor", Map.of("companyName", company, "channel", "REFERRAL"));
        waits(number, "researchCompany");
        hands.work(
                "researcher",
                number,
                "researchCompany",
                Map.of(
                        "outcome",
                        "FOUND",
                        "phone",
                        phone,
                        "person",
                        "Anna",
                        "fit",
                        "GOOD",
                        "factSource",
                        "their imprint"));
        waits(number, "callCompany");
        return number;
    }

    private void waits(String number, String station) throws InterruptedException {
        eventually("select task from work where case_number = ? and station = ? and ended is null", number, station);
    }

    private static void pullsTheNext(Desk desk, String company) {
        desk.page().keyboard().press("Control+Alt+n");
        desk.page().waitForCondition(() -> desk.told().endsWith(company));
        // The keyboard is in the form by itself.
        desk.page().waitForSelector(".conveyor-form:focus");
    }

    private void completes(Desk desk, String number, String station) throws InterruptedException {
        desk.page().waitForSelector("[ng-click='complete()']:enabled");
        walkTo(desk, "Complete");
        desk.page().keyboard().press("Enter");
        eventually("select task from work where case_number = ? and station = ? and completed", number, station);
    }

    /** Key by key, each again for as long as the screen does not show what it does: so do people on a slow machine. */
    private static void choose(Desk desk, String label, String answer) {
        walkTo(desk, label);
        Keyboard keys = desk.page().keyboard();
        Locator shown = desk.page()
                .locator(".fjs-form-field-select", new Page.LocatorOptions().setHasText(label))
                .locator(".fjs-select-display");
        // The list opens with the keyboard in its field.
        soon(desk, () -> !text(desk, MARKED).isEmpty());
        for (int step = 0; step < MOST_STEPS; step++) {
            String marked = text(desk, MARKED);
            if (marked.equals(answer)) {
                keys.press("Enter");
                if (soon(desk, () -> text(desk, MARKED).isEmpty())) {
                    shown.filter(new Locator.FilterOptions().setHasText(answer)).waitFor();
                    return;
                }
            } else {
                // Also opens a list that is closed.
                keys.press("ArrowDown");
                soon(desk, () -> !text(desk, MARKED).equals(marked));
            }
        }
        throw new AssertionError(
                "No answer \"" + answer + "\" of \"" + label + "\", but " + text(desk, ".fjs-dropdownlist"));
    }

    /** @return whether it came true before a person would press the key once more */
    private static boolean soon(Desk desk, BooleanSupplier seen) {
        try {
            desk.page().waitForCondition(seen, new Page.WaitForConditionOptions().setTimeout(PATIENCE));
            return true;
        } catch (TimeoutError e) {
            return false;
        }
    }

    private static String text(Desk desk, String selector) {
        return (String) desk.page()
                .evaluate(
                        "place => (document.querySelector(place) || { textContent: '' }).textContent.trim()", selector);
    }

    /** From field to field until the one with this label has the keyboard. */
    private static void walkTo(Desk desk, String label) {
        StringBuilder way = new StringBuilder();
        for (int step = 0; step < MOST_STEPS; step++) {
            String here = (String) desk.page()
                    .evaluate("() => {"
                            + " const at = document.activeElement;"
                            + " const label = at.labels && at.labels[0];"
                            + " return (label || at).textContent.trim() || at.placeholder || ''; }");
            if (here.replace("*", "").trim().equals(label)) {
                return;
            }
            way.append(here).append(" > ");
            desk.page().keyboard().press("Tab");
        }
        throw new AssertionError("No way by Tab to \"" + label + "\": " + way);
    }
}
