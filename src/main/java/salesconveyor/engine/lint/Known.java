package salesconveyor.engine.lint;

/** What a model may name: what the running program and the files that are deployed with it know. */
public interface Known {
    /** A delegate, listener or function that an expression may name. */
    boolean isBean(String name);

    /** A bean whose methods an expression may call, such as {@code workingTime}. */
    boolean isFunction(String name);

    boolean isForm(String id);

    /** A page that we serve under {@code /forms/}. */
    boolean isPage(String file);

    boolean isDecision(String id);

    boolean isProcess(String id);

    boolean isRole(String group);

    /** A variable that a twin declares or a model sets. */
    boolean isVariable(String name);

    /** Whether a model that is judged at the same time compares something with this key. */
    boolean isComparedTogether(String key);
}
