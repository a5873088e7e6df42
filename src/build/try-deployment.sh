#!/bin/sh
# Deploys one environment to the AWS account of the current credentials, looks at it, deploys it again, and destroys it.
# It costs money, and everything in the environment is lost: an environment of production is refused.
#
#   ACCOUNT=111122223333 sh src/build/try-deployment.sh dev
#
# ACCOUNT is what slipway.local.properties, or the model, names: typed once more, so that no other is hit by mistake.
# What is shared stays, as do secrets and keys for as long as AWS lets them be had back.
#
# An emulator is tried in the same way, with its address in AWS_ENDPOINT_URL and WITHOUT_DRIFT=1 where it cannot detect drift.
set -eu

environment=${1:?the name of an environment, such as dev}
account=${ACCOUNT:?the number of the AWS account that this may cost}
cdk=${CDK:-npx --no-install cdk}
without_drift=${WITHOUT_DRIFT:-}

# Change sets would be looked at by nobody here.
deploy() { $cdk --app cdk.out deploy "$@" --method=direct --require-approval never --concurrency 4; }

say() { printf '\n[%s] %s\n' "$environment" "$1"; }

# One synthesis, so that every step means the same templates.
$cdk synth "$environment/*" --quiet
manifest="cdk.out/assembly-$environment/manifest.json"
if ! grep -q "\"aws://$account/" "$manifest"; then
  echo "Environment $environment is not rendered for account $account: see slipway.local.properties" >&2
  exit 2
fi
if grep -q '"terminationProtection": *true' "$manifest"; then
  echo "Environment $environment is protected from being deleted, as production is: nothing was done" >&2
  exit 2
fi
region=$(sed -n "s|.*\"aws://$account/\([a-z0-9-]*\)\".*|\1|p" "$manifest" | head -n 1)

say "bootstrap of $account in $region"
$cdk bootstrap "aws://$account/$region"

say 'first deployment'
deploy 'shared/*' "$environment/*"

if [ -z "$without_drift" ]; then
  say 'what exists is what the templates say'
  $cdk --app cdk.out drift "$environment/*" --fail
fi

say 'second deployment, which is to change nothing'
second=$(deploy "$environment/*" 2>&1) || {
  printf '%s\n' "$second" >&2
  exit 1
}
stacks=$(grep -c '"type": *"aws:cloudformation:stack"' "$manifest")
unchanged=$(printf '%s\n' "$second" | grep -c '(no changes)' || true)
if [ "$unchanged" != "$stacks" ]; then
  printf '%s\n' "$second" >&2
  echo "$unchanged of $stacks stacks did not change" >&2
  exit 1
fi

say 'destroyed'
$cdk --app cdk.out destroy "$environment/*" --force
