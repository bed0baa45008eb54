package salesconveyor.work;

/** The condition that lets a question be asked about the cases of one channel alone, or about all. */
public final class ByChannel {
    private ByChannel() {}

    /**
     * A condition of SQL with two parameters, both the key of the channel or both null for every channel.
     *
     * @param column that holds the number of the case; a constant of the program, never from outside
     */
    public static String where(String column) {
        return "(cast(? as varchar(40)) is null or exists (select 1 from opportunity came where came.number = " + column
                + " and came.channel = ?))";
    }
}
