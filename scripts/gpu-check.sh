#!/usr/bin/env bash
# Checks libtorch-node on a machine with a GPU that has no npm registry, against the CUDA torch of its Python.
#
#   scripts/gpu-check.sh pack [FILE]     here: the sources, the npm packages and a Node binary in one archive (.tar.xz)
#   scripts/gpu-check.sh run [OPTIONS]   there, in the unpacked folder: builds, runs all tests, prints timings
#
# Options of run:
#   --python PROGRAM   the Python with torch 2.13 to 2.15 (default: python3)
#   --device NAME      cuda, cuda:1, or cpu for a rehearsal without a GPU (default: cuda)
#   --tests PATTERN    only the tests whose path matches
#   --skip-build       use the binaries of the last run
#   --no-timings       leave the benchmark out
#
# There it needs a C++20 compiler, CMake 3.20 and make or ninja; the CUDA toolkit is not needed. Tests that compare with
# files of numpy, safetensors and TensorBoard need those Python packages and fail without them. The last line begins with
# `gpu-check: passed` or `gpu-check: FAILED`, and the exit code says the same; without a GPU it says that none was used.
set -euo pipefail
cd "$(dirname "$0")/.."
root=$PWD
bundled=$root/.gpu-check/node

say() { printf '\n== %s\n' "$*"; }
die() {
  printf 'gpu-check: %s\n' "$*" >&2
  exit 2
}

# What no test and no build needs there; the rest of node_modules travels.
left_out=(clang-format-node playwright-core echarts zrender prettier eslint @eslint typescript-eslint @typescript-eslint .cache)

pack() {
  local file=${1:-$root/build/gpu-check.tar.xz} stage exclude=()
  [ -d node_modules ] || die "node_modules is missing; run \`npm ci --ignore-scripts\` first"
  stage=$(mktemp -d)
  trap 'rm -rf "$stage"' RETURN
  mkdir -p "$(dirname "$file")" "$stage/libtorch-node/.gpu-check"
  git ls-files -z --cached --others --exclude-standard | tar --null -T - -cf - | tar -xf - -C "$stage/libtorch-node"
  for name in "${left_out[@]}"; do exclude+=("--exclude=./$name"); done
  mkdir "$stage/libtorch-node/node_modules"
  tar -C node_modules "${exclude[@]}" -cf - . | tar -xf - -C "$stage/libtorch-node/node_modules"
  cp "$(command -v node)" "$stage/libtorch-node/.gpu-check/node"
  XZ_OPT='-6 -T0' tar -C "$stage" -cJf "$file" libtorch-node
  printf '%s: %s MB\n' "$file" "$(($(stat -c %s "$file") / 1000000))"
}

# Prints NAME=VALUE lines about a Python's torch, or fails with a sentence.
describe_torch() {
  "$1" - <<'PYTHON'
import os, shlex, sys
try:
    import torch
except ImportError:
    sys.exit("this Python has no torch")
version = torch.__version__.split("+")[0]
major, minor = (int(part) for part in version.split(".")[:2])
if major != 2 or not 13 <= minor <= 15:
    sys.exit(f"torch {version} is not between 2.13 and 2.15")
gpu = torch.cuda.get_device_name() if torch.cuda.is_available() else ""
facts = {"torch_version": version, "torch_root": os.path.dirname(torch.__file__), "torch_cuda": torch.version.cuda or "",
         "torch_gpu": gpu, "python_path": sys.executable}
for name, value in facts.items():
    print(f"{name}={shlex.quote(value)}")
PYTHON
}

choose_node() {
  if [ -x "$bundled" ]; then PATH=$(dirname "$bundled"):$PATH; fi
  command -v node >/dev/null || die "there is no Node: neither in the archive nor on the PATH"
  node -e 'const [a, b] = process.versions.node.split("."); process.exit(+a > 20 || (+a === 20 && +b >= 17) ? 0 : 1)' ||
    die "Node $(node --version) is older than 20.17"
}

run() {
  local python=python3 device=cuda tests='' build=yes timings=yes failed=()
  while [ $# -gt 0 ]; do
    case $1 in
      --python) python=$2; shift 2 ;;
      --device) device=$2; shift 2 ;;
      --tests) tests=$2; shift 2 ;;
      --skip-build) build=no; shift ;;
      --no-timings) timings=no; shift ;;
      *) die "unknown option $1" ;;
    esac
  done
  choose_node
  local facts torch_version torch_root torch_cuda torch_gpu python_path
  facts=$(describe_torch "$python") || die "$python cannot be used"
  eval "$facts"
  case $device in
    cpu) ;;
    cuda*) [ -n "$torch_gpu" ] || die "there is no GPU here that torch $torch_version sees; --device cpu rehearses without one" ;;
    *) die "--device takes cuda, cuda:N or cpu, not $device" ;;
  esac

  say "Machine"
  printf 'date    %s\nsystem  %s\ncpu     %s\ngpu     %s\n' "$(date -u +%F)" "$(uname -sr)" \
    "$(sed -n 's/^model name[^:]*: //p' /proc/cpuinfo | head -1) × $(nproc)" "${torch_gpu:-none}"
  command -v nvidia-smi >/dev/null && nvidia-smi --query-gpu=name,driver_version,memory.total --format=csv,noheader || true
  printf 'node    %s\ntorch   %s, CUDA %s, in %s\n' "$(node --version)" "$torch_version" "${torch_cuda:-none}" "$torch_root"

  # Everything runs on that torch, with the Python that has it beside.
  export LIBTORCH=$torch_root LIBTORCH_NODE_PYTHON=$python_path LIBTORCH_NODE_TEST_DEVICE=$device BENCH_DEVICE=$device
  export LIBTORCH_NODE_FLAVOUR=cpu
  if [ -n "$torch_cuda" ]; then LIBTORCH_NODE_FLAVOUR=cuda; fi
  # npm must not be needed; what would ask a registry shall fail.
  export npm_config_registry=http://127.0.0.1:9/ npm_config_offline=true

  say "Build"
  node scripts/build-ts.cjs
  [ $build = no ] || time node scripts/build-native.cjs --flavour "$LIBTORCH_NODE_FLAVOUR" --libtorch "$torch_root"

  say "Tests on $device"
  mkdir -p build
  # More workers than the configuration's two on a larger machine; each loads libtorch, and a GPU's memory is shared.
  local workers=$(($(nproc) / 2))
  workers=$((workers < 2 ? 2 : workers > 6 ? 6 : workers))
  # shellcheck disable=SC2086 # an empty pattern is no argument
  node --expose-gc node_modules/jest/bin/jest.js --maxWorkers $workers ${tests:+--testPathPatterns "$tests"} 2>&1 |
    tee build/gpu-check-tests.log || failed+=(tests)

  if [ $timings = yes ]; then
    say "Timings on $device: Node, Python, ratio"
    node scripts/run-ts.cjs bench/run.ts device || failed+=(timings)
  fi

  say "Result"
  local on=" on $torch_gpu"
  [ "$device" != cpu ] || on=" on the CPU only: no GPU was used, and nothing is shown about one"
  if [ ${#failed[@]} -gt 0 ]; then
    printf 'gpu-check: FAILED (%s)%s\n' "${failed[*]}" "$on"
    exit 1
  fi
  echo "gpu-check: passed$on"
}

case ${1:-} in
  pack) shift; pack "$@" ;;
  run) shift; run "$@" ;;
  *) die "usage: scripts/gpu-check.sh pack [FILE] | run [--python P] [--device D] [--tests PATTERN] [--skip-build] [--no-timings]" ;;
esac
