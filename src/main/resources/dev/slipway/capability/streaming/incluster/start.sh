#!/bin/sh
# Starts one broker, which is a controller too. What differs between pods is in the environment, from where server.properties
# takes it; a volume that holds nothing yet is formatted for the planned cluster first.
set -eu
POD_NAME="${POD_NAME:-$(hostname)}"
NODE_ID="${POD_NAME##*-}"
export POD_NAME NODE_ID
"${KAFKA_HOME:-/opt/kafka}/bin/kafka-storage.sh" format --ignore-formatted \
  --cluster-id "$CLUSTER_ID" --config "${CONFIG:-/etc/slipway/server.properties}"
exec "${KAFKA_HOME:-/opt/kafka}/bin/kafka-server-start.sh" "${CONFIG:-/etc/slipway/server.properties}"
