package salesconveyor.acquisition.list;

/** Cuts a CSV text into records. A record with a quotation mark that never closes ends with its own line. */
final class CsvCut {
    private final String text;
    private final char delimiter;
    private int position;
    private int lines;
    private int begin;
    private int end;
    private int line;
    private boolean broken;
    private int cell;

    CsvCut(String text, char delimiter, int begin) {
        this.text = text;
        this.delimiter = delimiter;
        this.position = begin;
        this.lines = (int) text.substring(0, begin).lines().count();
    }

    boolean next() {
        if (position >= text.length()) {
            return false;
        }
        begin = position;
        line = lines + 1;
        cell = 0;
        broken = !findEnd();
        if (broken) {
            end = lineEnd(begin);
        }
        step();
        return true;
    }

    String record() {
        return text.substring(begin, end);
    }

    int line() {
        return line;
    }

    boolean isBroken() {
        return broken;
    }

    /** The cell in which the reading stopped. */
    int brokenCell() {
        return cell;
    }

    boolean isLong() {
        return record().indexOf('\n') >= 0;
    }

    /** Takes the record's first line alone; what follows is read as rows of its own. */
    void backToFirstLine() {
        end = lineEnd(begin);
        step();
    }

    private boolean findEnd() {
        int at = begin;
        while (true) {
            if (at < text.length() && text.charAt(at) == '"') {
                at = closing(at + 1);
                if (at < 0) {
                    return false;
                }
            } else {
                while (at < text.length() && text.charAt(at) != delimiter && !isLineBreak(at)) {
                    at++;
                }
            }
            if (at >= text.length() || isLineBreak(at)) {
                end = at;
                return true;
            }
            at++;
            cell++;
        }
    }

    /** Behind the mark that closes the cell; -1 when none does, or when more text follows it. */
    private int closing(int from) {
        int at = from;
        while (at < text.length()) {
            if (text.charAt(at) != '"') {
                at++;
            } else if (at + 1 < text.length() && text.charAt(at + 1) == '"') {
                at += 2;
            } else {
                int behind = at + 1;
                while (behind < text.length() && text.charAt(behind) == ' ' && delimiter != ' ') {
                    behind++;
                }
                boolean closed = behind >= text.length() || text.charAt(behind) == delimiter || isLineBreak(behind);
                return closed ? behind : -1;
            }
        }
        return -1;
    }

    private boolean isLineBreak(int at) {
        return text.charAt(at) == '\n' || text.charAt(at) == '\r';
    }

    private int lineEnd(int from) {
        int at = from;
        while (at < text.length() && !isLineBreak(at)) {
            at++;
        }
        return at;
    }

    private void step() {
        position = end;
        if (position < text.length()) {
            position += text.startsWith("\r\n", position) ? 2 : 1;
        }
        lines = line - 1 + (int) text.substring(begin, end).lines().count();
        lines = Math.max(lines, line);
    }
}
