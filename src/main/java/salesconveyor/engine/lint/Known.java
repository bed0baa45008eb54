package salesconveyor.engine.lint;

/** What a model may name: what the running program and the files that are deployed know. */
public interface Known {
    /** A delegate, listener or function that an expression may name. */
    boolean isBean(String name);

    boolean isForm(String id);

    /** A page that we serve under {@code /forms/}. */
    boolean isPage(String file);

    boolean isDecision(String id);

    boolean isProcess(String id);

    boolean isRole(String group);

    /** A variable that a twin declares. */
    boolean isVariable(String name);
}
