#!/usr/bin/env bash
# `postgres.sh COMMAND...`: runs the command beside a PostgreSQL of its own, in a temporary folder and on a unix socket, whose
# address stands in HAVEN_TEST_POSTGRES with `{}` for the database's name. Nothing is left when the command ends.
# shellcheck source=packaging/ground.sh
. "$(dirname "$0")/ground.sh"

folder=$(mktemp -d /tmp/haven-postgres.XXXXXX)
bin=$(find /usr/lib/postgresql/*/bin -name initdb -printf '%h\n' 2>/dev/null | sort -V | tail -n 1)
if [ -z "$bin" ]; then
    command -v initdb >/dev/null || stop "PostgreSQL is missing: packaging/setup.sh test installs it."
    bin=$(dirname "$(command -v initdb)")
fi

# PostgreSQL refuses to run as root.
if [ "$(id -u)" = 0 ]; then
    chown postgres: "$folder"
    as_its_user() { runuser -u postgres -- "$@"; }
else
    as_its_user() { "$@"; }
fi

leave() {
    as_its_user "$bin/pg_ctl" --pgdata="$folder/data" --mode=immediate --silent stop || true
    rm -rf "$folder"
}
trap leave EXIT

cd "$folder"
as_its_user "$bin/initdb" --pgdata="$folder/data" --username=haven --auth=trust --encoding=UTF8 --locale=C --no-sync >/dev/null
# What tests write need not survive a power cut; what is measured is written as in earnest.
hasty="-c fsync=off -c synchronous_commit=off"
if [ -n "${HAVEN_POSTGRES_IN_EARNEST:-}" ]; then hasty=; fi
as_its_user "$bin/pg_ctl" --pgdata="$folder/data" --log="$folder/log" --silent --wait \
    --options="-k $folder -c listen_addresses= -c max_connections=400 $hasty" start
cd "$top"
HAVEN_TEST_POSTGRES="postgres://haven@localhost/{}?host=$folder" "$@"
