package salesconveyor.acquisition.list;

import java.util.List;
import org.jspecify.annotations.Nullable;
import salesconveyor.engine.Refused;

/**
 * One row of a file.
 *
 * @param line where it begins, counted from 1
 * @param column of the problem, counted from 0; -1 when it is no single one
 * @param problem why the row cannot be read
 */
public record FileRow(
        int line, List<String> cells, int column, @Nullable Refused problem) {
    static FileRow of(int line, List<String> cells) {
        return new FileRow(line, cells, -1, null);
    }

    static FileRow broken(int line, List<String> cells, int column, Refused problem) {
        return new FileRow(line, cells, column, problem);
    }

    public boolean isBlank() {
        return cells.stream().allMatch(String::isBlank);
    }
}
