package dev.slipway.capability.database.rds;

/**
 * Between which capacities an Aurora Serverless v2 cluster scales, in Aurora capacity units of about 2 GiB memory each.
 *
 * @param least 0 to pause when nobody is connected
 */
public record Capacity(double least, double most) {
    /** Five minutes, the least that Aurora allows. */
    static final int SECONDS_UNTIL_PAUSE = 300;

    /** https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/aurora-serverless-v2.setting-capacity.html. */
    static final double MOST = 256;

    private static final double STEP = 0.5;

    /** Whether it costs nothing while nobody is connected. */
    public boolean pauses() {
        return least == 0;
    }

    boolean isOnSteps() {
        return least % STEP == 0 && most % STEP == 0;
    }

    /** Whether Aurora knows it. */
    public boolean isValid() {
        return least >= 0 && most >= 1 && least <= most && most <= MOST && isOnSteps();
    }
}
