package dev.slipway.render.aws;

import dev.slipway.plan.binding.Parameter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import software.amazon.awscdk.CfnParameter;
import software.amazon.awscdk.CfnResource;
import software.amazon.awscdk.Fn;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.amazon.awscdk.services.ssm.StringListParameter;
import software.amazon.awscdk.services.ssm.StringParameter;
import software.constructs.IConstruct;

/** The stack of one concern in an environment. */
public final class EnvironmentStack extends Stack {
    /** As many as the network has zones: a list that is known only when deployed has to be given a length. */
    private static final int ZONES = 3;

    private final EnvironmentStage stage;
    private final Map<Parameter, CfnParameter> reads = new LinkedHashMap<>();

    EnvironmentStack(EnvironmentStage stage, String concern) {
        super(
                stage,
                concern,
                StackProps.builder()
                        .stackName(stage.names().environmentWide() + "-" + concern)
                        .description("%s of platform %s in environment %s"
                                .formatted(
                                        concern,
                                        stage.names().platform(),
                                        stage.names().environment()))
                        .terminationProtection(stage.isProduction())
                        .build());
        this.stage = stage;
    }

    public EnvironmentStage stage() {
        return stage;
    }

    /** By number: asked for their names, the CDK CLI looks into the account, and then synthesizes a second time. */
    @Override
    public List<String> getAvailabilityZones() {
        return IntStream.range(0, ZONES)
                .mapToObj(zone -> Fn.select(zone, Fn.getAzs()))
                .toList();
    }

    /** Writes a value to Parameter Store, where other stacks and pods read it. */
    public void publish(Parameter parameter, String value) {
        stage.written(parameter, this);
        StringParameter.Builder.create(this, "Publish " + parameter.name())
                .parameterName(parameter.name())
                .stringValue(value)
                .build();
    }

    /** Writes a list of values to Parameter Store. */
    public void publish(Parameter parameter, List<String> values) {
        stage.written(parameter, this);
        StringListParameter.Builder.create(this, "Publish " + parameter.name())
                .parameterName(parameter.name())
                .stringListValue(values)
                .build();
    }

    /** A value that another stack of the environment publishes; this stack is then deployed after that one. */
    public String read(Parameter parameter) {
        return parameterOf(parameter).getValueAsString();
    }

    /** A list that another stack publishes, one value a zone. */
    public List<String> readList(Parameter parameter) {
        List<String> list = parameterOf(parameter).getValueAsList();
        return IntStream.range(0, ZONES).mapToObj(zone -> Fn.select(zone, list)).toList();
    }

    /** Has this stack deployed after the one that publishes a value, where there is one; it does not use the value. */
    public void await(Parameter parameter) {
        stage.awaited(parameter, this);
    }

    /** A list that another stack publishes, for a property that takes the list as a whole. */
    public List<String> readWhole(Parameter parameter) {
        return parameterOf(parameter).getValueAsList();
    }

    private CfnParameter parameterOf(Parameter parameter) {
        stage.read(parameter, this);
        return reads.computeIfAbsent(parameter, p -> CfnParameter.Builder.create(this, "Read" + logicalName(p))
                .type("AWS::SSM::Parameter::Value<%s>".formatted(p.type().valueType()))
                .defaultValue(p.name())
                .build());
    }

    private static String logicalName(Parameter parameter) {
        StringBuilder name = new StringBuilder();
        for (String word : parameter.name().split("[^A-Za-z0-9]+", -1)) {
            if (!word.isEmpty()) {
                name.append(word.substring(0, 1).toUpperCase(Locale.ROOT)).append(word.substring(1));
            }
        }
        return name.toString();
    }

    /**
     * What becomes of something that holds data when its stack goes: kept in production, gone elsewhere. What a failed
     * first deployment made is gone in any case, or its name would be in the way of the next.
     */
    public RemovalPolicy dataPolicy() {
        return stage.isProduction() ? RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE : RemovalPolicy.DESTROY;
    }

    /**
     * Something that what holds data is built on, kept as long as the data is. AWS refuses to delete a group of subnets or a
     * configuration that is in use, so that its stack could never be deleted; a role it would delete, and a cluster could do
     * nothing any more: {@code stack.keptWithData(CfnDBSubnetGroup.Builder.create(..).build())}.
     */
    public <C extends IConstruct> C keptWithData(C ground) {
        keep(ground, resource -> true);
        return ground;
    }

    /** The same for what is of these types in it: {@code keptWithData(cluster, List.of("AWS::IAM::Role"))}. */
    public void keptWithData(IConstruct ground, List<String> types) {
        keep(ground, resource -> types.contains(resource.getCfnResourceType()));
    }

    private void keep(IConstruct ground, Predicate<CfnResource> kept) {
        if (stage.isProduction()) {
            ground.getNode().findAll().stream()
                    .filter(CfnResource.class::isInstance)
                    .map(CfnResource.class::cast)
                    .filter(kept)
                    .forEach(resource -> resource.applyRemovalPolicy(dataPolicy()));
        }
    }
}
