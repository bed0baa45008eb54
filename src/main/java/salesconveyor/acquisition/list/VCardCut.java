package salesconveyor.acquisition.list;

import java.util.List;

/** Cuts a text into cards. A card that does not end gives way to the next one. */
final class VCardCut {
    private final List<String> lines;
    private int next;
    private int begin;
    private int end;

    VCardCut(String text) {
        this.lines = text.lines().toList();
    }

    boolean next() {
        begin = next;
        while (begin < lines.size() && !is("BEGIN:VCARD", begin)) {
            begin++;
        }
        if (begin >= lines.size()) {
            return false;
        }
        end = end();
        next = (isBroken() ? begin : end) + 1;
        return true;
    }

    boolean isBroken() {
        return end < 0;
    }

    int line() {
        return begin + 1;
    }

    String card() {
        return String.join("\r\n", lines.subList(begin, end + 1));
    }

    /** Cards may hold cards, such as that of an assistant. */
    private int end() {
        int depth = 0;
        for (int at = begin; at < lines.size(); at++) {
            depth += is("BEGIN:VCARD", at) ? 1 : is("END:VCARD", at) ? -1 : 0;
            if (depth == 0) {
                return at;
            }
        }
        return -1;
    }

    private boolean is(String mark, int at) {
        return lines.get(at).strip().equalsIgnoreCase(mark);
    }
}
