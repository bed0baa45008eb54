package salesconveyor.payments.statement;

import java.util.List;

/** What one uploaded file holds. The hash of its bytes tells at once that the very same file has come before. */
public record StatementFile(String hash, Format format, List<Statement> statements) {

    /** How the bank wrote it. The same movement has other words in another format. */
    public enum Format {
        CAMT053,
        MT940,
        EXCHANGE_1C,
        /** No file: a payment gateway told of one payment. */
        NOTICE
    }
}
