package salesconveyor.economics.web;

/** What a list offers: the key and what people read. */
record Choice(String key, String title) {}
