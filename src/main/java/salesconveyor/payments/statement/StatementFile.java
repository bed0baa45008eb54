package salesconveyor.payments.statement;

import java.util.List;

/** What one uploaded file holds. The hash of its bytes tells at once that the very same file has come before. */
public record StatementFile(String hash, List<Statement> statements) {}
