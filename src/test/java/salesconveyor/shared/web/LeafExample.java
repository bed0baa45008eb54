package salesconveyor.shared.web;

/** A page, which nothing but pages may know. */
public class LeafExample {}
