package salesconveyor.engine;

/** A file that a person handed in with a form: its name, its media type as the browser says it, its bytes. */
public record Upload(String name, String mediaType, byte[] content) {}
