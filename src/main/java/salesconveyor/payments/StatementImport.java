package salesconveyor.payments;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * One uploaded file.
 *
 * @param known how many of its entries had come with an earlier file
 * @param warnings what an accountant should look at, one sentence a line
 */
public record StatementImport(
        String number,
        String fileName,
        String fileHash,
        OffsetDateTime imported,
        @Nullable String importedBy,
        int entries,
        int known,
        String warnings) {}
