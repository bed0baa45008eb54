package salesconveyor.acquisition.list;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/** Cuts a text into cards. A card that does not end gives way to the next one. */
final class VCardCut {
    private final List<String> lines;
    private final int[] ends;
    private int next;
    private int begin;
    private int end;

    VCardCut(String text) {
        this.lines = text.lines().toList();
        this.ends = ends();
    }

    boolean next() {
        begin = next;
        while (begin < lines.size() && !is("BEGIN:VCARD", begin)) {
            begin++;
        }
        if (begin >= lines.size()) {
            return false;
        }
        end = ends[begin];
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

    /** For each line that begins a card the one that ends it, else -1. Cards may hold cards, such as an assistant's. */
    private int[] ends() {
        int[] found = new int[lines.size()];
        Arrays.fill(found, -1);
        Deque<Integer> open = new ArrayDeque<>();
        for (int at = 0; at < lines.size(); at++) {
            if (is("BEGIN:VCARD", at)) {
                open.push(at);
            } else if (is("END:VCARD", at) && !open.isEmpty()) {
                found[open.pop()] = at;
            }
        }
        return found;
    }

    private boolean is(String mark, int at) {
        return lines.get(at).strip().equalsIgnoreCase(mark);
    }
}
