#!/bin/sh
# Starts Valkey with a user for each service. Rules are in users.acl; passwords are files of the same names, of which Valkey is
# told the hash alone, in a file that nobody else can read.
set -eu
umask 077
rules="${RULES:-/etc/slipway}/users.acl"
acl="${SCRATCH:-/tmp}/users.acl"
while read -r user rest; do
  if [ -f "${PASSWORDS:-/etc/slipway-secrets}/$user" ]; then
    hash="$(sha256sum <"${PASSWORDS:-/etc/slipway-secrets}/$user" | cut -d' ' -f1)"
    echo "user $user on #$hash $rest"
  else
    echo "user $user $rest"
  fi
done <"$rules" >"$acl"
exec valkey-server --aclfile "$acl" --dir "${DATA:-/data}" --appendonly yes \
  --port "${PORT:-6379}" --maxmemory "$MAX_MEMORY" --maxmemory-policy "$MAX_MEMORY_POLICY"
