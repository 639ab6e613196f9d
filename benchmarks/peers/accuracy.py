#!/usr/bin/env python3
"""Error over time of pinn4j and its peers, each with the recipe its own examples recommend. See README.md."""
import argparse
import importlib
import json
import os
import subprocess
import sys
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
JAR = ROOT / "benchmarks/target/benchmarks.jar"
RESULTS = HERE / "results"
PEERS = ("pinn4j", "torch", "deepxde", "jax", "jinns")
NAMES = {"pinn4j": "pinn4j", "torch": "PyTorch", "deepxde": "DeepXDE", "jax": "JAX", "jinns": "jinns"}
OURS = {(p, r): None for p in ("burgers", "poisson-2d") for r in ("trained", "expert") if (p, r) != ("poisson-2d", "expert")}
SETTINGS = {  # what made the steps of the peers fastest, see steps.py
    "MALLOC_MMAP_MAX_": "0", "MALLOC_TRIM_THRESHOLD_": "17179869184", "MALLOC_TOP_PAD_": "268435456", "MALLOC_ARENA_MAX": "1"}


def recipes(peer):
    return OURS if peer == "pinn4j" else importlib.import_module("accuracy_" + peer).RECIPES


def store(row):
    path = RESULTS / "accuracy.json"
    rows = json.loads(path.read_text()) if path.exists() else []
    key = lambda r: (r["peer"], r["problem"], r["recipe"], r["threads"], r["seed"])
    rows = [r for r in rows if key(r) != key(row)] + [row]
    lines = ",\n".join(json.dumps(r, ensure_ascii=False) for r in sorted(rows, key=key))
    path.write_text(f"[\n{lines}\n]\n")


def run_ours(problem, recipe, a):
    cores = sorted(os.sched_getaffinity(0))
    process = subprocess.run(
        ["java", "-XX:+UseParallelGC", "-XX:-UsePerfData", "-cp", str(JAR), "org.pinn4j.benchmarks.PeerAccuracy",
         problem, recipe, str(a.seed), str(a.threads), str(a.limit)],
        capture_output=True, text=True, check=True, env={**os.environ, "OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1"},
        preexec_fn=lambda: os.sched_setaffinity(0, cores if a.threads > 1 else cores[-1:]))
    lines = [line.split(" ", 1) for line in process.stdout.splitlines()]
    curve = [[float(t), float(e)] for t, e in lines if t[0].isdigit()]
    said = dict(line for line in lines if not line[0][0].isdigit())
    return {"curve": curve, "start_s": float(said["start"]), "version": "pinn4j, " + said["backend"], "ended": ""}


def run_peer(peer, problem, recipe, a, born):
    """In a process of its own, see child()."""
    from accuracy_common import Clock, Finished
    module = importlib.import_module("accuracy_" + peer)
    module.prepare(a.threads, a.seed)
    clock = Clock(problem, a.limit)
    start = time.time() - born
    try:
        ended = module.RECIPES[problem, recipe](clock) or "the recipe came to its end"
    except Finished:
        ended = "time limit"
    return {"curve": clock.curve, "start_s": start, "version": module.version(), "ended": ended}


def child(peer, problem, recipe, a):
    cores = sorted(os.sched_getaffinity(0))
    threads = {v: str(a.threads) for v in ("OMP_NUM_THREADS", "MKL_NUM_THREADS", "OPENBLAS_NUM_THREADS")}
    command = [sys.executable, __file__, "--child", json.dumps([peer, problem, recipe, time.time()]),
               "--threads", str(a.threads), "--seed", str(a.seed), "--limit", str(a.limit)]
    process = subprocess.run(command, stdout=subprocess.PIPE, stderr=open(RESULTS / "accuracy.log", "a"), text=True,
                             env={**os.environ, **SETTINGS, **threads},
                             preexec_fn=lambda: os.sched_setaffinity(0, cores if a.threads > 1 else cores[-1:]))
    if process.returncode != 0:
        raise RuntimeError("failed, see results/accuracy.log")
    return json.loads(process.stdout.splitlines()[-1])


def reached(curve, level):
    return next((t for t, e in curve if e <= level), None)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--peers", default=",".join(PEERS))
    parser.add_argument("--problems", default="burgers,poisson-2d")
    parser.add_argument("--recipes", default="", help="a part of the recipe's name")
    parser.add_argument("--limit", type=float, default=600, help="seconds per run")
    parser.add_argument("--threads", type=int, default=len(os.sched_getaffinity(0)))
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--list", action="store_true")
    parser.add_argument("--child", help=argparse.SUPPRESS)
    a = parser.parse_args()
    if a.child:
        answers, sys.stdout = sys.stdout, sys.stderr
        peer, problem, recipe, born = json.loads(a.child)
        print(json.dumps(run_peer(peer, problem, recipe, a, born)), file=answers, flush=True)
        return
    RESULTS.mkdir(exist_ok=True)
    for peer in a.peers.split(","):
        for problem, recipe in recipes(peer):
            if problem not in a.problems.split(",") or a.recipes not in recipe:
                continue
            if a.list:
                print(peer, "|", problem, "|", recipe)
                continue
            try:
                row = run_ours(problem, recipe, a) if peer == "pinn4j" else child(peer, problem, recipe, a)
            except (RuntimeError, subprocess.CalledProcessError) as e:
                print(f"{NAMES[peer]:8} {problem:10} {recipe}: {e}", flush=True)
                continue
            store({"peer": NAMES[peer], "problem": problem, "recipe": recipe, "threads": a.threads, "seed": a.seed, **row})
            best = min(e for _, e in row["curve"])
            times = "  ".join(f"{level:.0e} {t:.1f} s" for level in (1e-2, 1e-3, 1e-4, 1e-6, 1e-8)
                              if (t := reached(row["curve"], level)) is not None)
            print(f"{NAMES[peer]:8} {problem:10} {recipe:66} best {best:.1e} end {row['curve'][-1][1]:.1e} at"
                  f" {row['curve'][-1][0]:.0f} s  {times}  (start {row['start_s']:.1f} s) {row['ended']}", flush=True)


main()
