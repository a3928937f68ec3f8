#!/usr/bin/env bash
# Builds a fuzzer with AddressSanitizer and runs it: fuzz/run.sh LIBTORCH WORK_FOLDER [SECONDS] [NAME]
# NAME: checkpoint (the default), inspect or safetensors. WORK_FOLDER/corpus-NAME grows; for the first two it begins as
# what test/hostile/corpus.gz holds. What crashes is left in WORK_FOLDER. One input may take UNIT_TIMEOUT seconds, 10
# unless the machine is one whose processes are stopped for a while now and then. Where clang is missing, gcc builds the
# first two with standalone.cc, which changes the corpus at random.
set -euo pipefail
libtorch=$1 work=$2 seconds=${3:-1800} name=${4:-checkpoint}
here=$(cd "$(dirname "$0")" && pwd)
native=$(cd "$here/../.." && pwd)
root=$(cd "$native/.." && pwd)
clang=${CLANGXX:-clang++-19}
objects=$work/objects corpus=$work/corpus-$name
mkdir -p "$objects" "$corpus"
sanitizers=address,fuzzer-no-link linking=address,fuzzer sources=("$native"/serialization/*.cc "$native"/tensor/foreign.cc)
if ! command -v "$clang" > /dev/null; then
  clang=g++ sanitizers=address linking=address sources+=("$here/standalone.cc")
fi
flags="-std=c++20 -O1 -g -fno-omit-frame-pointer -fsanitize=$sanitizers -I$native -isystem $libtorch/include"
linked=("$objects/fuzz_$name.cc.o")
for source in "${sources[@]}" "$here/fuzz_$name.cc"; do
  case $source in */init.cc | */init_raw.cc | */init_package.cc | */to_js.cc | */archive.cc) continue ;; esac
  object="$objects/$(basename "$source").o"
  [ "$object" -nt "$source" ] || "$clang" $flags -c "$source" -o "$object"
  [ "$source" = "$here/fuzz_$name.cc" ] || linked+=("$object")
done
"$clang" -fsanitize=$linking "${linked[@]}" -o "$work/fuzz_$name" \
  -L"$libtorch/lib" -ltorch_cpu -lc10 -Wl,-rpath,"$libtorch/lib"
[ "$name" = safetensors ] || python3 "$root/test/hostile/corpus.py" unpack "$corpus"
export OMP_NUM_THREADS=1 ASAN_OPTIONS=detect_leaks=1:allocator_may_return_null=1
export LSAN_OPTIONS=suppressions=$here/leaks.supp
if [ "$clang" = g++ ]; then
  cd "$work" && exec "$work/fuzz_$name" "$seconds" "${SEED:-$RANDOM}" "$corpus"/*
fi
"$work/fuzz_$name" "$corpus" -artifact_prefix="$work/" -max_len=16384 -rss_limit_mb=2048 -timeout="${UNIT_TIMEOUT:-10}" \
  -max_total_time="$seconds" -print_final_stats=1
