package com.acme.parts;

import dev.slipway.Slipway;
import dev.slipway.capability.cache.ElastiCache;
import dev.slipway.capability.cluster.ExistingEks;
import dev.slipway.capability.database.RdsPostgres;
import dev.slipway.capability.network.Vpc;
import dev.slipway.capability.registry.Ecr;
import dev.slipway.capability.streaming.msk.ProvisionedMsk;
import dev.slipway.part.Parts;
import dev.slipway.plan.binding.Tier;
import java.util.List;
import software.amazon.awscdk.App;
import software.amazon.awscdk.AppProps;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.amazon.awscdk.services.ec2.ISubnet;
import software.amazon.awscdk.services.sns.Topic;
import software.amazon.awscdk.services.ssm.StringListParameter;
import software.amazon.awscdk.services.ssm.StringParameter;
import software.constructs.Construct;

/** A CDK app of Acme's own, with stacks of its own and parts of a platform. */
final class CompanyApp {
    private CompanyApp() {}

    // snippet: parts-of-aws
    static App app(String folder) {
        App app = new App(AppProps.builder()
                .outdir(folder)
                .postCliContext(Slipway.cdkContext())
                .build());
        Parts dev = Parts.of(Slipway.plan(CompanyPlatform.platform()), "dev");

        dev.stage(app, Vpc.class, ExistingEks.class, ProvisionedMsk.class, RdsPostgres.class, ElastiCache.class);
        dev.shared(app, Ecr.class);
        new Topic(new Stack(app, "payroll"), "Paid");
        return app;
    }
    // end

    // snippet: parts-beside-own-network
    /** The brokers alone, in a network that is a stack of Acme's own. */
    static App brokersInOwnNetwork(String folder) {
        App app = new App(AppProps.builder()
                .outdir(folder)
                .postCliContext(Slipway.cdkContext())
                .build());
        Parts dev = Parts.of(Slipway.plan(CompanyPlatform.platform()), "dev");

        Parts.StagePart brokers = dev.stage(app, ExistingEks.class, ProvisionedMsk.class);
        // brokers.reads(): /company/dev/network/vpc-id and what else somebody has to publish
        Stack network = new OwnNetwork(brokers.stage(), dev);
        brokers.stage().stack("streaming").addStackDependency(network);
        return app;
    }

    static final class OwnNetwork extends Stack {
        OwnNetwork(Construct scope, Parts dev) {
            super(scope, "own-network", StackProps.builder().build());
            var vpc = new software.amazon.awscdk.services.ec2.Vpc(this, "Vpc");
            StringParameter.Builder.create(this, "VpcId")
                    .parameterName(dev.names().vpcId().name())
                    .stringValue(vpc.getVpcId())
                    .build();
            List<String> subnets =
                    vpc.getPrivateSubnets().stream().map(ISubnet::getSubnetId).toList();
            StringListParameter.Builder.create(this, "SubnetIds")
                    .parameterName(dev.names().subnetIds(Tier.ISOLATED).name())
                    .stringListValue(subnets)
                    .build();
        }
    }
    // end
}
