#!/usr/bin/env python3
"""Times one step, the mean square of Burgers' residual and its gradient in all parameters, in pinn4j and in its peers:
same network, weights and points, double precision, turn by turn in one run. See README.md."""
import argparse
import functools
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import numpy as np

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
JAR = ROOT / "benchmarks/target/benchmarks.jar"
RESULTS = HERE / "results"
PEERS = ("torch", "deepxde", "jax", "jinns")
NAMES = {"torch": "PyTorch", "deepxde": "DeepXDE", "jax": "JAX", "jinns": "jinns"}
CASES = [f"{shape} {n}" for shape in ("3x20", "4x50", "4x128") for n in (2000, 10000)]
AGREEMENT = 1e-10
# What a user may set outside of the program. By default glibc returns the big arrays of a step to the system and takes them
# anew, page by page, at the next one.
KEPT = {"MALLOC_MMAP_MAX_": "0", "MALLOC_TRIM_THRESHOLD_": "17179869184", "MALLOC_TOP_PAD_": "268435456",
        "MALLOC_ARENA_MAX": "1"}
SETTINGS = {
    "plain": {},
    "memory kept": KEPT,
    "huge pages": {"GLIBC_TUNABLES": "glibc.malloc.hugetlb=1"},
    "vector width 512": {"XLA_FLAGS": "--xla_cpu_prefer_vector_width=512"},
    "fast math": {"XLA_FLAGS": "--xla_cpu_enable_fast_math=true"},
    "other scheduler": {"XLA_FLAGS": "--xla_cpu_enable_concurrency_optimized_scheduler=false"},
    "one Eigen thread": {"XLA_FLAGS": "--xla_cpu_multi_thread_eigen=false"},
}
HOPELESS = 12  # times slower
WARM_UP = 1.0  # seconds per case, once, for the Java machine's compiler
SETTLE = 0.25  # seconds between turns, so that threads of the other one have stopped spinning


class Process:
    """One side, told what to do line by line."""

    def __init__(self, command, cores, environment):
        self.process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=HERE, env={**os.environ, **environment},
            stderr=open(RESULTS / "steps.log", "a"), preexec_fn=lambda: os.sched_setaffinity(0, cores))
        self.description = self.answer("ready")

    def answer(self, expected):
        line = self.process.stdout.readline().split(" ", 1)
        if line[0] != expected:
            raise RuntimeError(" ".join(line).strip() or "the process ended")
        return line[1].strip()

    def ask(self, request, expected):
        self.process.stdin.write(request + "\n")
        self.process.stdin.flush()
        return self.answer(expected)

    def load(self, shape, files):
        loss = float(self.ask(f"load {shape} {' '.join(map(str, files))}", "loss"))
        return loss, np.load(files[-1])

    def run(self, seconds):
        time.sleep(SETTLE)
        return [float(t) for t in self.ask(f"run {seconds}", "ms").split()]

    def close(self):
        self.process.stdin.close()
        try:
            self.process.wait(10)
        except subprocess.TimeoutExpired:
            self.process.kill()



@functools.cache
def ours(threads, cores, cases):
    """One process for all comparisons with this number of threads."""
    process = Process(
        ["java", "-XX:+UseParallelGC", "-XX:-UsePerfData", "-cp", str(JAR), "org.pinn4j.benchmarks.PeerStep", str(threads)],
        cores, {"OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1"})
    for case in cases:
        with tempfile.TemporaryDirectory() as folder:
            shape, files = inputs(case, Path(folder))
            process.load(shape, [*files, Path(folder) / "ours.npy"])
        process.run(WARM_UP)
    return process


def peer(name, mode, threads, cores):
    """@param mode a way of the peer, then settings after ' + '"""
    way, *settings = mode.split(" + ")
    environment = {v: str(threads) for v in ("OMP_NUM_THREADS", "MKL_NUM_THREADS", "OPENBLAS_NUM_THREADS")}
    for variables in map(SETTINGS.get, settings):
        for variable, value in variables.items():
            environment[variable] = f"{environment[variable]} {value}" if variable in environment else value
    return Process([sys.executable, "step_worker.py", name, way, str(threads)], cores, environment)


def inputs(case, folder):
    """Glorot-normal weights, small biases, uniform points; from fixed seeds."""
    shape, n = case.split()
    depth, width = map(int, shape.split("x"))
    sizes = [2] + [width] * depth + [1]
    rng = np.random.default_rng(1)
    parts = []
    for a, b in zip(sizes, sizes[1:]):
        parts += [rng.normal(0, np.sqrt(2 / (a + b)), a * b), rng.normal(0, 0.1, b)]
    points = np.random.default_rng(2).uniform([[-1], [0]], [[1], [1]], (2, int(n)))
    np.save(folder / "theta.npy", np.concatenate(parts))
    np.save(folder / "points.npy", points)
    return shape, [folder / "theta.npy", folder / "points.npy"]


def compare(case, us, them, rounds, seconds):
    """Medians over alternating turns, after a turn that is thrown away; it is all there is of a way far too slow."""
    with tempfile.TemporaryDirectory() as folder:
        shape, files = inputs(case, Path(folder))
        loss, gradient = us.load(shape, [*files, Path(folder) / "ours.npy"])
        start = time.perf_counter()
        other, other_gradient = them.load(shape, [*files, Path(folder) / "theirs.npy"])
        first = time.perf_counter() - start
    apart = max(abs(other / loss - 1), np.linalg.norm(other_gradient - gradient) / np.linalg.norm(gradient))
    if apart > AGREEMENT:
        raise RuntimeError(f"disagrees: loss or gradient {apart:.1e} apart, allowed {AGREEMENT:.0e}")
    theirs, mine = them.run(seconds / 2), us.run(seconds / 2)
    if statistics.median(theirs) < HOPELESS * statistics.median(mine):
        theirs, mine = [], []
    for _ in range(rounds if not theirs else 0):
        theirs += them.run(seconds)
        mine += us.run(seconds)
    ms, ours_ms = statistics.median(theirs), statistics.median(mine)
    return {"ms": ms, "ours_ms": ours_ms, "ratio": ms / ours_ms, "best_ms": min(theirs), "ours_best_ms": min(mine),
            "steps": len(theirs), "ours_steps": len(mine), "apart": float(apart), "first_call_s": first}


def modes_of(name, settings):
    text = subprocess.run([sys.executable, "-c", f"import step_{name} as s, json; print('\\n' + json.dumps(list(s.MODES)))"],
                          cwd=HERE, capture_output=True, text=True, check=True).stdout
    return [way if setting == "plain" else f"{way} + {setting}"
            for way in json.loads(text.strip().splitlines()[-1]) for setting in settings]


def store(row):
    """One row per peer, mode, threads and case; a new measurement replaces the old one."""
    path = RESULTS / "steps.json"
    rows = json.loads(path.read_text()) if path.exists() else []
    key = lambda r: (r["peer"], r["mode"], r["threads"], r["case"])
    rows = [r for r in rows if key(r) != key(row)] + [row]
    path.write_text(json.dumps(sorted(rows, key=key), indent=1, ensure_ascii=False) + "\n")


def machine():
    """The processor as /proc/cpuinfo names it."""
    names = [line.split(":")[1].strip() for line in open("/proc/cpuinfo") if line.startswith("model name")]
    return f"{len(names)} x {names[0]}" if names else "unknown"


def measure(name, mode, threads, cases, arguments):
    cores = sorted(os.sched_getaffinity(0))
    cores = tuple(cores if threads > 1 else cores[-1:])
    row = {"peer": NAMES[name], "mode": mode, "threads": threads}
    them = None
    try:
        us = ours(threads, cores, cases)
        them = peer(name, mode, threads, cores)
        for case in cases:
            row = {"peer": NAMES[name], "mode": mode, "threads": threads, "case": case, "machine": machine(),
                   "version": them.description, "ours": us.description}
            try:
                row.update(compare(case, us, them, arguments.rounds, arguments.seconds))
                print(f"{NAMES[name]:8} {mode:50} {threads} threads {case:11} {row['ms']:9.2f} ms, ours {row['ours_ms']:8.2f} ms,"
                      f" ratio {row['ratio']:5.2f}  (first call {row['first_call_s']:.1f} s)", flush=True)
            except RuntimeError as e:
                row["failure"] = str(e)
                print(f"{NAMES[name]:8} {mode:50} {threads} threads {case:11} {e}", flush=True)
            store(row)
            if row.get("failure", "").startswith("error"):
                break
    except (RuntimeError, BrokenPipeError) as e:
        print(f"{NAMES[name]:8} {mode:50} {threads} threads: {e}", flush=True)
        store({**row, "case": row.get("case", cases[0]), "failure": str(e)})
    finally:
        if them is not None:
            them.close()


def main():
    all_cores = len(os.sched_getaffinity(0))
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--peers", default=",".join(PEERS))
    parser.add_argument("--modes", help="a part of the name of the modes to run; several with '|'")
    parser.add_argument("--settings", default="plain|memory kept", help="of " + ", ".join(SETTINGS) + "; joined with ' + '")
    parser.add_argument("--cases", default="|".join(CASES), help="'3x20 2000|4x50 10000'")
    parser.add_argument("--threads", default=f"1,{all_cores}")
    parser.add_argument("--rounds", type=int, default=4)
    parser.add_argument("--seconds", type=float, default=0.5, help="length of a turn; at least three steps")
    parser.add_argument("--list", action="store_true", help="list the modes")
    arguments = parser.parse_args()
    RESULTS.mkdir(exist_ok=True)
    if not arguments.list and not JAR.exists():
        sys.exit(f"no {JAR}; run ./pinn bench --help once, it builds it")
    for name in arguments.peers.split(","):
        for mode in modes_of(name, arguments.settings.split("|")):
            if arguments.modes and not any(m in mode for m in arguments.modes.split("|")):
                continue
            if arguments.list:
                print(name, "|", mode)
                continue
            for threads in map(int, arguments.threads.split(",")):
                measure(name, mode, threads, tuple(arguments.cases.split("|")), arguments)


main()
