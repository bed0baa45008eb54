package salesconveyor.acquisition;

/** A company whose case runs wrote again; stages behind this one show it on their open tasks. */
public record InquiryRepeated(String opportunityNumber) {}
