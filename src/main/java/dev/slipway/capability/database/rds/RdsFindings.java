package dev.slipway.capability.database.rds;

import dev.slipway.render.aws.Acknowledgement;

/** What cdk-nag finds in databases, and stands. */
final class RdsFindings {
    static final Acknowledgement PORT = Acknowledgement.of(
            "AwsSolutions-RDS11",
            "Its security group admits the cluster on this port and nobody else, over TLS; another number would hide nothing.");

    static final Acknowledgement ONE_ZONE = Acknowledgement.of(
            "AwsSolutions-RDS3", "Outside production a restore from last night's backup takes the place of a standby.");

    static final Acknowledgement DELETABLE = Acknowledgement.of(
            "AwsSolutions-RDS10", "Outside production an environment can be destroyed whole; production is protected.");

    static final Acknowledgement FIXED_PASSWORD = Acknowledgement.of(
            "AwsSolutions-SMG4",
            "Generated, and read by one service's own reader; the set-up of the database gives its role whatever the secret holds.");

    private RdsFindings() {}
}
