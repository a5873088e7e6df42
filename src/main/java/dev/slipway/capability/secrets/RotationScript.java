package dev.slipway.capability.secrets;

/**
 * What gives a generated secret another value: https://docs.aws.amazon.com/secretsmanager/latest/userguide/rotate-secrets_lambda-functions.html.
 *
 * <p>Nobody else knows such a secret, so there is nothing to set or test elsewhere: the value is made in the first step and
 * becomes the current one in the last. Each step may run again. The value before stays there as {@code AWSPREVIOUS}.
 */
final class RotationScript {
    /** The function that Lambda calls in it. */
    static final String HANDLER = "index.handler";

    static final String TEXT = """
            import json
            import os

            import boto3

            client = boto3.client("secretsmanager")


            def handler(event, context):
                secret, token = event["SecretId"], event["ClientRequestToken"]
                versions = client.describe_secret(SecretId=secret)["VersionIdsToStages"]
                if token not in versions:
                    raise ValueError("There is no version %s of %s to rotate to" % (token, secret))
                if "AWSCURRENT" in versions[token]:
                    return
                if event["Step"] == "createSecret":
                    create(secret, token)
                elif event["Step"] == "finishSecret":
                    finish(secret, token, versions)


            def create(secret, token):
                try:
                    client.get_secret_value(SecretId=secret, VersionId=token, VersionStage="AWSPENDING")
                except client.exceptions.ResourceNotFoundException:
                    current = client.get_secret_value(SecretId=secret, VersionStage="AWSCURRENT")
                    value = {name: random() for name in json.loads(current["SecretString"])}
                    client.put_secret_value(
                        SecretId=secret,
                        ClientRequestToken=token,
                        SecretString=json.dumps(value),
                        VersionStages=["AWSPENDING"],
                    )


            def random():
                length = int(os.environ["LENGTH"])
                return client.get_random_password(PasswordLength=length, ExcludePunctuation=True)["RandomPassword"]


            def finish(secret, token, versions):
                current = next(version for version, stages in versions.items() if "AWSCURRENT" in stages)
                client.update_secret_version_stage(
                    SecretId=secret,
                    VersionStage="AWSCURRENT",
                    MoveToVersionId=token,
                    RemoveFromVersionId=current,
                )
            """;

    private RotationScript() {}
}
