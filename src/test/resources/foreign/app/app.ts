// A CDK app as somebody else would write it: read by ForeignAppIT, which has npm install what it imports.
import { App, CfnOutput, NestedStack, RemovalPolicy, SecretValue, Stack, Stage } from 'aws-cdk-lib';
import { CfnCluster, CfnPodIdentityAssociation } from 'aws-cdk-lib/aws-eks';
import { IpAddresses, Peer, Port, SecurityGroup, SubnetType, Vpc } from 'aws-cdk-lib/aws-ec2';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Credentials, DatabaseInstance, DatabaseInstanceEngine, PostgresEngineVersion } from 'aws-cdk-lib/aws-rds';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';

class NetworkStack extends Stack {
  readonly vpc = new Vpc(this, 'Vpc', {
    ipAddresses: IpAddresses.cidr('10.8.0.0/16'),
    availabilityZones: ['eu-central-1a', 'eu-central-1b'],
    natGateways: 1,
    subnetConfiguration: [
      { name: 'public', subnetType: SubnetType.PUBLIC, cidrMask: 20 },
      { name: 'pods', subnetType: SubnetType.PRIVATE_WITH_EGRESS, cidrMask: 20 },
      { name: 'stores', subnetType: SubnetType.PRIVATE_ISOLATED, cidrMask: 20 },
    ],
  });

  readonly pods = this.vpc.selectSubnets({ subnetGroupName: 'pods' });
}

class AlarmStack extends NestedStack {
  constructor(scope: Construct) {
    super(scope, 'Alarms');
    new Topic(this, 'Topic', { topicName: 'billing-alarms' });
  }
}

class BillingStack extends Stack {
  constructor(scope: Construct, network: NetworkStack) {
    super(scope, 'billing');
    const dead = new Queue(this, 'DeadInvoices', { encryption: QueueEncryption.SQS_MANAGED });
    const invoices = new Queue(this, 'Invoices', { deadLetterQueue: { queue: dead, maxReceiveCount: 3 } });
    const group = new SecurityGroup(this, 'DatabaseGroup', { vpc: network.vpc, description: 'Ledger', allowAllOutbound: false });
    group.addIngressRule(Peer.ipv4('10.8.0.0/16'), Port.tcp(5432), 'PostgreSQL, from pods');
    new DatabaseInstance(this, 'Ledger', {
      vpc: network.vpc,
      vpcSubnets: { subnetGroupName: 'stores' },
      securityGroups: [group],
      engine: DatabaseInstanceEngine.postgres({ version: PostgresEngineVersion.VER_17 }),
      instanceIdentifier: 'ledger-db',
      credentials: Credentials.fromPassword('ledger', SecretValue.secretsManager('ledger')),
      removalPolicy: RemovalPolicy.RETAIN,
      storageEncrypted: true,
    });
    const role = new Role(this, 'BillingRole', {
      roleName: 'billing-prod',
      assumedBy: new ServicePrincipal('pods.eks.amazonaws.com'),
    });
    invoices.grantSendMessages(role);
    role.addToPolicy(new PolicyStatement({ actions: ['s3:GetObject'], resources: ['arn:aws:s3:::invoices/*'] }));
    const control = new Role(this, 'ClusterRole', { assumedBy: new ServicePrincipal('eks.amazonaws.com') });
    const cluster = new CfnCluster(this, 'Cluster', {
      name: 'billing', roleArn: control.roleArn, resourcesVpcConfig: { subnetIds: network.pods.subnetIds },
    });
    new CfnPodIdentityAssociation(this, 'BillingIdentity', {
      clusterName: cluster.ref, namespace: 'billing-prod', serviceAccount: 'billing', roleArn: role.roleArn,
    });
    new AlarmStack(this);
    new CfnOutput(this, 'QueueUrl', { value: invoices.queueUrl });
  }
}

class Environment extends Stage {
  constructor(scope: Construct, id: string) {
    super(scope, id, { env: { account: '111122223333', region: 'eu-central-1' } });
    new BillingStack(this, new NetworkStack(this, 'network'));
  }
}

const app = new App();
new Environment(app, 'prod');
app.synth();
