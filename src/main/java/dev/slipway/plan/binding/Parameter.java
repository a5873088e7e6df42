package dev.slipway.plan.binding;

/**
 * A value that is known only once something is deployed, under the name in SSM Parameter Store where the stack that
 * knows it writes it, and stacks and pods read it.
 *
 * @param name path in Parameter Store: {@code /ordering/dev/streaming/bootstrap-brokers}
 */
public record Parameter(String name, Type type) {
    /** What CloudFormation checks before it uses the value. */
    public enum Type {
        TEXT("String"),
        VPC("AWS::EC2::VPC::Id"),
        SECURITY_GROUP("AWS::EC2::SecurityGroup::Id"),
        SUBNETS("List<AWS::EC2::Subnet::Id>");

        private final String valueType;

        Type(String valueType) {
            this.valueType = valueType;
        }

        /** The type inside {@code AWS::SSM::Parameter::Value<...>}. */
        public String valueType() {
            return valueType;
        }

        public boolean isList() {
            return this == SUBNETS;
        }
    }
}
