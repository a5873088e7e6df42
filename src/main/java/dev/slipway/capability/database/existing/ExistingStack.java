package dev.slipway.capability.database.existing;

import dev.slipway.capability.database.rds.Credentials;
import dev.slipway.capability.database.rds.RdsEngine;
import dev.slipway.platform.Service;
import dev.slipway.render.aws.EnvironmentStack;
import dev.slipway.render.aws.EnvironmentStage;
import java.util.List;
import software.amazon.awscdk.services.ec2.CfnSecurityGroupIngress;

/**
 * What an adopted server gets: the credentials of the services, its address under the planned name, and a rule in its
 * security group.
 *
 * <p>Reads: the cluster's security group. Publishes: {@code endpoint}.
 */
public final class ExistingStack {
    private ExistingStack() {}

    /** Adds them where a service has a database in it. */
    public static void provision(EnvironmentStage stage, ExistingServer server, RdsEngine rds, List<Service> services) {
        if (services.isEmpty()) {
            return;
        }
        EnvironmentStack stack = stage.stack(server.engine().concern());
        Credentials.ofServices(stack, rds, services);
        CfnSecurityGroupIngress.Builder.create(stack, "FromPods")
                .groupId(server.securityGroup())
                .ipProtocol("tcp")
                .fromPort(server.port())
                .toPort(server.port())
                .sourceSecurityGroupId(stack.read(stage.names().clusterSecurityGroup()))
                .description("%s, from pods of %s"
                        .formatted(server.engine().title(), stage.names().environmentWide()))
                .build();
        stack.publish(server.engine().endpoint(stage.names()), server.host());
    }
}
