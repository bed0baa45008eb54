package salesconveyor.mail;

/** Asked for each letter in the moment before it is sent: what was allowed when it was posted may be forbidden now. */
public interface LastLook {
    /** @return false for a letter that must not leave; whoever does not know the letter says true */
    boolean maySend(Mail mail);
}
