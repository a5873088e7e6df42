package dev.slipway.render.aws;

import static dev.slipway.capability.cluster.EksAutoMode.eksAutoMode;
import static dev.slipway.render.custom.Customization.customize;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.slipway.Planes;
import dev.slipway.Slipway;
import dev.slipway.plan.Plan;
import dev.slipway.plan.problem.InvalidPlatformException;
import dev.slipway.platform.Environment;
import dev.slipway.platform.Platform;
import dev.slipway.platform.Service;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.ec2.Vpc;
import software.amazon.awscdk.services.ec2.VpcAttributes;
import software.amazon.awscdk.services.ec2.VpcLookupOptions;
import software.amazon.awscdk.services.ssm.StringParameter;

class LookupsTest {
    private static Plan with(Consumer<Stack> hook) {
        return Slipway.plan(Platform.named("shop")
                .services(Service.java("order"))
                .environments(Environment.named("dev").with(eksAutoMode()))
                .with(customize().stack("dev/network", hook)));
    }

    @Test
    void areProblemsWithThePathOfTheConstructThatAsks() {
        Plan plan = with(stack -> {
            Vpc.fromLookup(
                    stack,
                    "Theirs",
                    VpcLookupOptions.builder().vpcName("theirs").build());
            StringParameter.valueFromLookup(stack, "/theirs/zone");
        });

        InvalidPlatformException refused =
                catchThrowableOfType(InvalidPlatformException.class, () -> Slipway.render(plan, Planes.BOTH));

        assertThat(refused.getMessage())
                .contains(
                        "Platform shop has 2 errors; nothing was written.",
                        "error aws/lookup at dev/network\n",
                        "What is made in the construct (dev/network) asks an account of AWS (vpc-provider:account=111122223333:filter.tag:Name=theirs:",
                        "(ssm:account=111122223333:parameterName=/theirs/zone:region=eu-central-1); it must come of the platform alone.",
                        "Fix: name what is there by its id, as fromVpcAttributes(..) and existingVpc(..) do.");
    }

    @Test
    void areNotWhatIsNamedByItsId() {
        Plan plan = with(stack -> Vpc.fromVpcAttributes(
                stack,
                "Theirs",
                VpcAttributes.builder()
                        .vpcId("vpc-1")
                        .availabilityZones(java.util.List.of("a"))
                        .build()));

        assertThat(Slipway.render(plan, Planes.BOTH).environments()).containsExactly("dev");
    }
}
