package dev.slipway.review.difference;

/** How much there is to think about before a change is deployed; the first is the most. */
public enum Danger {
    /** Data are gone, or left where nothing reads them. */
    LOSS("loses data"),
    /** Something that worked no longer does, or the change cannot be applied. */
    BREAKS("breaks somebody"),
    /** More people or programs can do or reach something. */
    OPENS("opens something"),
    /** Something is away for a while. */
    INTERRUPTS("interrupts"),
    /** Something is different. */
    CHANGES("changes");

    private final String words;

    Danger(String words) {
        this.words = words;
    }

    /** {@code loses data} */
    public String words() {
        return words;
    }
}
