package salesconveyor.browser;

import com.google.gson.JsonObject;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** The Chromium of this machine; it is never downloaded. */
final class Browser implements AutoCloseable {
    private static final List<String> QUIET = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    /** How many times slower than this machine the one of the staff is: {@code -Dbrowser.slower=6} finds races. */
    private static final int SLOWER = Integer.getInteger("browser.slower", 1);

    private final Playwright playwright;
    private final com.microsoft.playwright.Browser chromium;

    private Browser(Path program) {
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        chromium = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(program)
                        .setArgs(QUIET));
    }

    /** Where it is installed; empty on a machine without one. */
    static Optional<Path> program() {
        return Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
    }

    static Browser open() {
        return new Browser(program().orElseThrow());
    }

    /** A window of its own, as small as the smallest that staff have, for somebody who reads this language. */
    Desk desk(String base, String language, UnaryOperator<String> words) {
        var window = chromium.newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                .setLocale(language)
                .setTimezoneId("UTC")
                .setViewportSize(1366, 768));
        window.setDefaultTimeout(60_000);
        Page page = window.newPage();
        if (SLOWER > 1) {
            JsonObject rate = new JsonObject();
            rate.addProperty("rate", SLOWER);
            window.newCDPSession(page).send("Emulation.setCPUThrottlingRate", rate);
        }
        return new Desk(page, base, words);
    }

    @Override
    public void close() {
        chromium.close();
        playwright.close();
    }
}
