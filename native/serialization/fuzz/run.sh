#!/usr/bin/env bash
# Builds the fuzzer with AddressSanitizer and runs it: fuzz/run.sh LIBTORCH WORK_FOLDER [SECONDS]
# WORK_FOLDER/corpus begins as what test/hostile/corpus.gz holds and grows; what crashes is left in WORK_FOLDER.
set -euo pipefail
libtorch=$1 work=$2 seconds=${3:-1800}
here=$(cd "$(dirname "$0")" && pwd)
native=$(cd "$here/../.." && pwd)
root=$(cd "$native/.." && pwd)
clang=${CLANGXX:-clang++-19}
mkdir -p "$work/objects" "$work/corpus"
flags="-std=c++20 -O1 -g -fno-omit-frame-pointer -fsanitize=address,fuzzer-no-link -I$native -isystem $libtorch/include"
for source in "$native"/serialization/*.cc "$native"/tensor/foreign.cc "$here"/fuzz_checkpoint.cc; do
  case $source in */init.cc | */init_raw.cc | */to_js.cc | */archive.cc) continue ;; esac
  object="$work/objects/$(basename "$source").o"
  [ "$object" -nt "$source" ] || "$clang" $flags -c "$source" -o "$object"
done
"$clang" -fsanitize=address,fuzzer "$work"/objects/*.o -o "$work/fuzz_checkpoint" \
  -L"$libtorch/lib" -ltorch_cpu -lc10 -Wl,-rpath,"$libtorch/lib"
python3 "$root/test/hostile/corpus.py" unpack "$work/corpus"
export OMP_NUM_THREADS=1 ASAN_OPTIONS=detect_leaks=1:allocator_may_return_null=1
export LSAN_OPTIONS=suppressions=$here/leaks.supp
"$work/fuzz_checkpoint" "$work/corpus" -artifact_prefix="$work/" -max_len=16384 -rss_limit_mb=2048 -timeout=10 \
  -max_total_time="$seconds" -print_final_stats=1
