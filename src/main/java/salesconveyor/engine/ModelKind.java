package salesconveyor.engine;

/** What kinds of files an owner deploys. */
public enum ModelKind {
    PROCESS("bpmn"),
    DECISION("dmn"),
    FORM("form");

    private final String ending;

    ModelKind(String ending) {
        this.ending = ending;
    }

    public String ending() {
        return ending;
    }

    /** The file that holds this key, by our naming rule. */
    public String file(String key) {
        return key + "." + ending;
    }
}
