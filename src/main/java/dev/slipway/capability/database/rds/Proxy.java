package dev.slipway.capability.database.rds;

import dev.slipway.capability.database.engine.Engine;
import dev.slipway.plan.binding.Tier;
import dev.slipway.render.aws.EnvironmentStack;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.services.ec2.CfnSecurityGroup;
import software.amazon.awscdk.services.ec2.CfnSecurityGroupIngress;
import software.amazon.awscdk.services.iam.CfnRole;
import software.amazon.awscdk.services.rds.CfnDBCluster;
import software.amazon.awscdk.services.rds.CfnDBInstance;
import software.amazon.awscdk.services.rds.CfnDBProxy;
import software.amazon.awscdk.services.rds.CfnDBProxy.AuthFormatProperty;
import software.amazon.awscdk.services.rds.CfnDBProxyTargetGroup;
import software.amazon.awscdk.services.secretsmanager.Secret;

/**
 * RDS Proxy: pools the connections of services. It reads the secrets of the services alone, so the set-up, as the master,
 * goes past it.
 */
record Proxy(DatabaseStack database, CfnSecurityGroup server, List<Secret> credentials) {
    private static final int NAME_LIMIT = 60;

    String before(CfnDBInstance instance) {
        CfnDBProxy proxy = proxy();
        target(proxy).dbInstanceIdentifiers(List.of(instance.getRef())).build();
        return proxy.getAttrEndpoint();
    }

    String before(CfnDBCluster cluster, List<CfnDBInstance> instances) {
        CfnDBProxy proxy = proxy();
        CfnDBProxyTargetGroup target =
                target(proxy).dbClusterIdentifiers(List.of(cluster.getRef())).build();
        instances.forEach(target::addResourceDependency);
        return proxy.getAttrEndpoint();
    }

    private CfnDBProxy proxy() {
        EnvironmentStack stack = database.stack();
        CfnSecurityGroup group = database.securityGroup("Proxy", "the pods of the cluster, through a pool");
        CfnSecurityGroupIngress.Builder.create(stack, "FromProxy")
                .groupId(server.getAttrGroupId())
                .ipProtocol("tcp")
                .fromPort(database.engine().port())
                .toPort(database.engine().port())
                .sourceSecurityGroupId(group.getAttrGroupId())
                .description("%s, from its proxy".formatted(database.engine().title()))
                .build();
        return CfnDBProxy.Builder.create(stack, "RdsProxy")
                .dbProxyName(database.identifier(NAME_LIMIT))
                .engineFamily(isMysql() ? "MYSQL" : "POSTGRESQL")
                .requireTls(true)
                .roleArn(role().getAttrArn())
                .vpcSubnetIds(stack.readWhole(database.names().subnetIds(Tier.ISOLATED)))
                .vpcSecurityGroupIds(List.of(group.getAttrGroupId()))
                .auth(secretArns().stream().map(this::credential).toList())
                .build();
    }

    private CfnDBProxyTargetGroup.Builder target(CfnDBProxy proxy) {
        return CfnDBProxyTargetGroup.Builder.create(database.stack(), "Target")
                .dbProxyName(proxy.getRef())
                .targetGroupName("default");
    }

    private AuthFormatProperty credential(String secretArn) {
        return AuthFormatProperty.builder()
                .authScheme("SECRETS")
                .clientPasswordAuthType(isMysql() ? "MYSQL_CACHING_SHA2_PASSWORD" : "POSTGRES_SCRAM_SHA_256")
                .iamAuth("DISABLED")
                .secretArn(secretArn)
                .build();
    }

    private boolean isMysql() {
        return database.engine() == Engine.MYSQL;
    }

    private CfnRole role() {
        return CfnRole.Builder.create(database.stack(), "ProxyRole")
                .roleName(database.names().role("platform", database.engine().concern() + "-proxy"))
                .description("RDS Proxy: reads the credentials of the services that connect through it")
                .assumeRolePolicyDocument(
                        document(statement("sts:AssumeRole", "Principal", Map.of("Service", "rds.amazonaws.com"))))
                .policies(List.of(CfnRole.PolicyProperty.builder()
                        .policyName("credentials")
                        .policyDocument(document(statement("secretsmanager:GetSecretValue", "Resource", secretArns())))
                        .build()))
                .build();
    }

    private List<String> secretArns() {
        return credentials.stream().map(Secret::getSecretArn).toList();
    }

    private static Map<String, Object> statement(String action, String subject, Object value) {
        Map<String, Object> statement = new LinkedHashMap<>();
        statement.put("Effect", "Allow");
        statement.put("Action", action);
        statement.put(subject, value);
        return statement;
    }

    private static Map<String, Object> document(Map<String, Object> statement) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("Version", "2012-10-17");
        document.put("Statement", List.of(statement));
        return document;
    }
}
