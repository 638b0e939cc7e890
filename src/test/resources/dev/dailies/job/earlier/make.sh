#!/bin/sh
# Makes the ledgers beside this file with the jar of an earlier Dailies: sh make.sh EARLIER.jar
# What they hold, and why they are made in this order, is in README.md.
set -eu

jar=$(realpath "$1")
here=$(dirname "$(realpath "$0")")
work=$(mktemp -d)
port=18787
simulator=
export COMETAPI_KEY=none
cd "$work"
trap 'test -z "$simulator" || kill "$simulator"; rm -rf "$work"' EXIT

dailies() {
  java -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -jar "$jar" "$@"
}

job() {
  command=$1
  shift
  dailies "$command" shots.csv "$@" --output=out --provider=cometapi --admission=valid \
    --dailies.providers.cometapi.base-url=http://127.0.0.1:$port \
    --dailies.providers.cometapi.poll-interval=200ms
}

# run CODE [FLAG...]: a run that has to end with CODE
run() {
  wanted=$1
  shift
  code=0
  job run --quiet "$@" || code=$?
  test "$code" = "$wanted" || { echo "ended with $code, not with $wanted" >&2; exit 1; }
}

# simulate [FLAG...]: another simulator, in place of the one before
simulate() {
  test -z "$simulator" || { kill "$simulator"; wait "$simulator" || true; }
  java -XX:TieredStopAtLevel=1 -jar "$jar" simulate --port=$port --jitter=0 "$@" >simulator.log 2>&1 &
  simulator=$!
  until curl -sf http://127.0.0.1:$port/simulator/counts >counts.json; do sleep 0.2; done
}

# rows ROW...: more rows of the manifest
rows() {
  printf '%s,https://example.org/cat.jpg\n' "$@" >>shots.csv
}

echo id,prompt,image >shots.csv
rows withdrawn,withdrawn
job plan
echo id,prompt,image >shots.csv

simulate --generation-time=1s
rows delivered,delivered 'failed,failed [fail]' 'unsafe,unsafe [unsafe]' 'cancelled,cancelled [cancel]' 'not an id,rejected'
run 3
rows undelivered,undelivered
run 3 --dailies.download.max-size=100B

simulate --lose-answer-share=1
rows doubt,doubt given-up,given-up lost,lost
run 12
job resolve given-up --give-up
job resolve lost --adopt no-such-ticket

simulate --generation-time=2h
rows submitted,submitted
run 12 --dailies.providers.cometapi.grace=1s --dailies.providers.cometapi.deadline=5s

simulate --generation-time=1s
rows succeeded,succeeded waiting-1,waiting-1 waiting-2,waiting-2
run 1 --limit=1 --dailies.download.keep-free=900TB

sed -i 's/^delivered,delivered,/delivered,delivered-again,/' shots.csv
job plan

# keep NAME: the job as it is now, and what is reported of it
keep() {
  rm -rf kept reported "$here/$1.zip"
  mkdir -p kept/out/.dailies/db
  cp shots.csv kept
  cp out/*.mp4 kept/out
  cp out/.dailies/job out/.dailies/journal kept/out/.dailies
  find out/.dailies/db -maxdepth 1 -type f -exec cp {} kept/out/.dailies/db \;
  jar --create --no-manifest --file "$here/$1.zip" -C kept .
  cp -r out reported
  dailies report shots.csv --output=reported --provider=cometapi
  cp reported/results.csv "$here/$1-results.csv"
  cp reported/failures.csv "$here"
}

keep closed

simulate --latency=60s
java -XX:TieredStopAtLevel=1 -jar "$jar" run shots.csv --output=out --provider=cometapi --admission=valid --limit=1 \
  --dailies.providers.cometapi.base-url=http://127.0.0.1:$port >run.log 2>&1 &
run=$!
until grep -q '"shot":"waiting-1"' out/.dailies/journal; do sleep 0.1; done
sleep 0.2
kill -9 $run
wait $run || true
keep killed
