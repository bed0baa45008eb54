package salesconveyor.mail;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import org.jspecify.annotations.Nullable;

/** A mail server that answers RCPT, DATA and the end of a letter as told; null hangs up. */
class RudeServer implements AutoCloseable {
    private final ServerSocket door = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    private final String onRecipient;
    private final String onData;
    private final @Nullable String onEnd;
    private volatile int letters;

    RudeServer(String onData, @Nullable String onEnd) throws IOException {
        this("250 ok", onData, onEnd);
    }

    RudeServer(String onRecipient, String onData, @Nullable String onEnd) throws IOException {
        this.onRecipient = onRecipient;
        this.onData = onData;
        this.onEnd = onEnd;
        var thread = new Thread(this::serve);
        thread.setDaemon(true);
        thread.start();
    }

    int port() {
        return door.getLocalPort();
    }

    int letters() {
        return letters;
    }

    private void serve() {
        while (!door.isClosed()) {
            try (Socket caller = door.accept()) {
                talk(caller);
            } catch (IOException e) {
                return;
            }
        }
    }

    private void talk(Socket caller) throws IOException {
        var in = new BufferedReader(new InputStreamReader(caller.getInputStream(), US_ASCII));
        say(caller, "220 rude");
        boolean reading = false;
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            if (reading && !line.equals(".")) {
                continue;
            }
            String answer = line.equals(".")
                    ? onEnd
                    : line.equals("DATA") ? onData : line.startsWith("RCPT") ? onRecipient : "250 ok";
            letters += line.equals(".") ? 1 : 0;
            reading = line.equals("DATA") && onData.startsWith("354");
            if (answer == null) {
                return;
            }
            say(caller, answer);
        }
    }

    private static void say(Socket caller, String line) throws IOException {
        caller.getOutputStream().write((line + "\r\n").getBytes(US_ASCII));
    }

    @Override
    public void close() throws IOException {
        door.close();
    }
}
