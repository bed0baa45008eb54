package salesconveyor.acquisition.list;

/** The rows of a file of one kind, the header among them. */
interface Rows {
    /** Takes one row after the other. */
    interface Taker {
        /** @return whether more rows are wanted */
        boolean take(FileRow row);
    }

    void read(Taker taker);
}
