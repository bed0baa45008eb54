package salesconveyor.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.nio.file.Path;
import java.util.function.UnaryOperator;

/** Tasklist as one person uses it: the list on the left, the form on the right. */
final class Desk implements AutoCloseable {
    /** A form takes over what was typed only this long after the last key (form-js). */
    private static final int DEBOUNCE = 450;

    private final Page page;
    private final String base;
    private final UnaryOperator<String> words;
    private String task = "";

    /** @param words what is on the screen for an English text */
    Desk(Page page, String base, UnaryOperator<String> words) {
        this.page = page;
        this.base = base;
        this.words = words;
    }

    Page page() {
        return page;
    }

    /** Logs in to one of the web applications: tasklist, cockpit or admin. */
    Desk login(String user, String application) {
        page.navigate(base + "/camunda/app/" + application + "/default/");
        // The page puts the keyboard into its first field a moment after it is shown, maybe while the second is filled.
        page.waitForCondition(() -> holds("username", user) & holds("password", user));
        page.click("button[type=submit]");
        return this;
    }

    private boolean holds(String field, String text) {
        String selector = "input[ng-model=" + field + "]";
        if (page.inputValue(selector).equals(text)) {
            return true;
        }
        page.fill(selector, text);
        return false;
    }

    Desk login(String user) {
        login(user, "tasklist");
        page.waitForSelector(".start-process-action");
        return this;
    }

    /** Opens what waits for the role, takes the task that concerns this company, and waits for its form. */
    Desk take(String filter, String task, String company) {
        return open(filter, task, company, true);
    }

    /** A task that is one's own already. */
    Desk open(String task, String company) {
        return open("My tasks", task, company, false);
    }

    private Desk open(String filter, String task, String company, boolean claim) {
        page.getByText(say(filter)).first().click();
        Locator card = page.locator("ol.tasks-list > li, .tasks-list li.task")
                .filter(new Locator.FilterOptions().setHasText(say(task)))
                .filter(new Locator.FilterOptions().setHasText(company));
        card.first().click();
        if (claim) {
            page.locator("[ng-click='claim()']").locator("visible=true").first().click();
        }
        completeButton().waitFor();
        page.waitForTimeout(DEBOUNCE);
        this.task = task;
        return this;
    }

    /** The button in the bar, which must open this task of this company. */
    Desk next(String task, String company) {
        assertThat(next()).isEqualTo(company.isEmpty() ? say(task) : say(task) + " · " + company);
        page.locator(".task-card h2.task", new Page.LocatorOptions().setHasText(say(task)))
                .waitFor();
        completeButton().waitFor();
        this.task = task;
        return this;
    }

    /** Presses the button in the bar. @return what it says */
    String next() {
        page.click(".conveyor-next");
        return told();
    }

    String told() {
        Locator hint = page.locator(".conveyor-hint.shown");
        hint.waitFor();
        return hint.textContent();
    }

    /** Chooses an answer of a select of a Camunda form. */
    Desk choose(String label, String answer) {
        Locator field = page.locator(".fjs-form-field-select")
                .filter(new Locator.FilterOptions().setHasText(say(label)))
                .first();
        field.locator(".fjs-input-group, .fjs-select-display").first().click();
        field.locator(".fjs-dropdownlist-item")
                .filter(new Locator.FilterOptions().setHasText(say(answer)))
                .first()
                .click();
        page.waitForTimeout(DEBOUNCE);
        return this;
    }

    /** The first field of a Camunda form with this label. */
    Locator field(String label) {
        return page.locator(".fjs-form-field:has(label)")
                .filter(new Locator.FilterOptions().setHasText(say(label)))
                .first()
                .locator("input, textarea")
                .first();
    }

    Desk type(String label, String text) {
        field(label).fill(text);
        page.waitForTimeout(DEBOUNCE);
        return this;
    }

    /** A date and time as the English calendar of the form takes them. */
    Desk dateAndTime(String date, String time) {
        enter(page.locator(".fjs-datepicker input.fjs-input"), date);
        enter(page.locator(".fjs-timepicker input.fjs-input"), time);
        page.waitForTimeout(DEBOUNCE);
        return this;
    }

    private static void enter(Locator inputs, String text) {
        Locator input = inputs.locator("visible=true").first();
        input.fill(text);
        input.press("Tab");
    }

    /** In a page that we serve ourselves inside Tasklist. */
    Desk fill(String selector, String text) {
        page.fill(selector, text);
        return this;
    }

    Desk select(String selector, String value) {
        page.selectOption(selector, value);
        return this;
    }

    Desk click(String selector) {
        page.click(selector);
        return this;
    }

    Desk upload(String selector, String name, byte[] content) {
        page.setInputFiles(selector, new FilePayload(name, "text/plain", content));
        return this;
    }

    Desk startProcess(String name) {
        page.click(".start-process-action a");
        page.locator(".modal-content a:has-text('" + say(name) + "')").click();
        return this;
    }

    /** The button of the start form; the dialogue must close. */
    void start() {
        page.waitForTimeout(DEBOUNCE);
        page.locator(".modal-footer button.btn-primary").click();
        page.locator(".modal-content").waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
    }

    void complete() {
        page.waitForTimeout(DEBOUNCE);
        picture(say(task));
        Locator button = completeButton();
        button.click();
        button.waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
    }

    private Locator completeButton() {
        return page.locator("[ng-click='complete()']").locator("visible=true").first();
    }

    String say(String english) {
        return words.apply(english);
    }

    void picture(String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/browser", name + ".png")));
    }

    @Override
    public void close() {
        page.context().close();
    }
}
