#!/usr/bin/env bash
# Builds a fuzzer with AddressSanitizer and UndefinedBehaviorSanitizer and runs it:
#
#   fuzz/run.sh LIBTORCH WORK_FOLDER [SECONDS] [NAME]
#
# NAME: checkpoint (the default), inspect or safetensors. WORK_FOLDER/corpus-NAME grows; for the first two it begins as
# what test/hostile/corpus.gz holds. What crashes is left in WORK_FOLDER. One input may take UNIT_TIMEOUT seconds, 10
# unless the machine is one whose processes are stopped for a while now and then. clang (CLANGXX, clang++-19 unless it is
# set) brings libFuzzer. Where it is missing, gcc builds the same with standalone.cc, which changes the corpus at random
# and keeps what reaches new places.
set -euo pipefail
libtorch=$1 work=$2 seconds=${3:-1800} name=${4:-checkpoint}
here=$(cd "$(dirname "$0")" && pwd)
native=$(cd "$here/../.." && pwd)
root=$(cd "$native/.." && pwd)
compiler=${CLANGXX:-clang++-19}
objects=$work/objects corpus=$work/corpus-$name
sources=("$native"/serialization/*.cc "$native"/tensor/foreign.cc)
sanitizers="-fsanitize=address,undefined -fno-sanitize=vptr -fno-sanitize-recover=undefined"
if command -v "$compiler" > /dev/null; then
  compiling="-fsanitize=fuzzer-no-link -fno-sanitize=function" linking=-fsanitize=fuzzer
else
  compiler=g++ compiling=-fsanitize-coverage=trace-pc linking= objects=$work/objects-gcc
fi
mkdir -p "$objects" "$corpus"
flags="-std=c++20 -O1 -g -fno-omit-frame-pointer $sanitizers -I$native -isystem $libtorch/include"
linked=("$objects/fuzz_$name.cc.o")
compile() {
  local object
  object="$objects/$(basename "$1").o"
  [ "$object" -nt "$1" ] || "$compiler" $flags "${@:2}" -c "$1" -o "$object"
}
for source in "${sources[@]}"; do
  case $source in */init.cc | */init_raw.cc | */init_package.cc | */to_js.cc | */archive.cc) continue ;; esac
  compile "$source" $compiling
  linked+=("$objects/$(basename "$source").o")
done
compile "$here/fuzz_$name.cc" $compiling
if [ "$compiler" = g++ ]; then
  # This one is not watched for new places.
  compile "$here/standalone.cc"
  linked+=("$objects/standalone.cc.o")
fi
program=$objects/fuzz_$name
"$compiler" $sanitizers $linking "${linked[@]}" -o "$program" \
  -L"$libtorch/lib" -ltorch_cpu -lc10 -Wl,-rpath,"$libtorch/lib"
if [ "$name" = safetensors ]; then
  head -c 256 /dev/zero > "$corpus/zeros"
else
  python3 "$root/test/hostile/corpus.py" unpack "$corpus"
fi
export OMP_NUM_THREADS=1 ASAN_OPTIONS=detect_leaks=1:allocator_may_return_null=1
export UBSAN_OPTIONS=print_stacktrace=1:halt_on_error=1
export LSAN_OPTIONS=suppressions=$here/leaks.supp
if [ "$compiler" = g++ ]; then
  cd "$work" && exec "$program" "$seconds" "${SEED:-$RANDOM}" "$corpus"
fi
"$program" "$corpus" -artifact_prefix="$work/" -max_len=16384 -rss_limit_mb=2048 -timeout="${UNIT_TIMEOUT:-10}" \
  -max_total_time="$seconds" -print_final_stats=1
