package salesconveyor.people;

import java.util.Arrays;
import java.util.Optional;

/** The stations' roles. The id is the group in the engine and a contract with the models. */
public enum Role {
    RESEARCHERS("researchers", "Researchers", "researcher"),
    CALLERS("callers", "Callers", "caller"),
    MANAGERS("managers", "Managers", "manager"),
    ASSISTANTS("assistants", "Assistants", "assistant"),
    HEADS("heads", "Heads of sales", "head"),
    ACCOUNTANTS("accountants", "Accountants", "accountant"),
    SHIPPERS("shippers", "Shippers", "shipper"),
    ACCOUNT_MANAGERS("accountManagers", "Account managers", "accountManager"),
    MARKETERS("marketers", "Marketers", "marketer"),
    PROCESS_OWNERS("processOwners", "Process owners", "owner"),
    ADMINISTRATORS("camunda-admin", "Administrators", "admin");

    private final String group;
    private final String title;
    private final String demoLogin;

    Role(String group, String title, String demoLogin) {
        this.group = group;
        this.title = title;
        this.demoLogin = demoLogin;
    }

    public String group() {
        return group;
    }

    /** The English name of the role, a key of the texts. */
    public String title() {
        return title;
    }

    /** The login of this role in the demo company. */
    public String demoLogin() {
        return demoLogin;
    }

    public static Optional<Role> of(String group) {
        return Arrays.stream(values()).filter(role -> role.group.equals(group)).findFirst();
    }
}
