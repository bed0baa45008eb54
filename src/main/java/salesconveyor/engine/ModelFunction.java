package salesconveyor.engine;

/** Marks a bean whose methods a model may call in an expression, such as {@code ${workingTime.after('PT4H')}}. */
public interface ModelFunction {}
