#!/usr/bin/env python3
"""A solve in the output layer: pinn4j, which finds features by itself, beside JAX, which is given the best ones. See README.md.

usage: direct.py [--search] [--rounds N] [--threads N] [--problems NAME,...]
  --search   look for the fastest setting of JAX for each problem and keep it in results/direct-settings.json"""
import argparse
import itertools
import json
import os
import statistics
import subprocess
import sys
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent
JAR = HERE.parent / "target/benchmarks.jar"
SETTINGS = HERE / "results/direct-settings.json"
RESULTS = HERE / "results/direct.json"
PI = 3.141592653589793
# error to come to; where ours ends, times a few
PROBLEMS = {"poisson-2d": 1e-12, "heat-1d": 1e-12, "helmholtz": 1e-11, "wave": 1e-11, "convection": 1e-12}
FEATURES = (200, 300, 400, 600, 800, 1200, 1600)
BANDWIDTHS = ((4, 4), (6, 6), (8, 8), (12, 4), (4, 12), (6, 16), (8, 16), (16, 8), (16, 16), (24, 12))
ON_CIRCLE = ((1, 4), (2, 4), (2, 8), (2, 16), (2, 24), (3, 24), (3, 48))  # whole wave numbers along x
WINDOWS = (1, 2, 4, 8)
ROWS = (2, 3, 4)
SOLVERS = ("qr", "lstsq")


def jax_solver(name, setting, seed):
    """@return a function of no argument that solves, compiled at its first call, and one that gives its error"""
    import jax
    jax.config.update("jax_enable_x64", True)
    import jax.numpy as jnp
    import numpy as np
    m, (bx, by), windows, each, how = (setting[k] for k in ("features", "bandwidth", "windows", "rows", "solver"))
    timed = name in ("heat-1d", "wave", "convection")
    x0, x1 = {"helmholtz": (-1, 1), "convection": (0, 2 * PI)}.get(name, (0, 1))
    y0, y1 = {"helmholtz": (-1, 1)}.get(name, (0, 1))
    height = (y1 - y0) / windows if timed else y1 - y0
    r = np.random.default_rng(seed)
    sx, sy = (1.0, 2 / height) if name == "convection" else (2 / (x1 - x0), 2 / height)
    w = np.stack([r.integers(-bx, bx + 1, m) if name == "convection" else r.uniform(-bx, bx, m), r.uniform(-by, by, m)], 1)
    b = r.uniform(-PI, PI, m)
    n = each * m
    side = int(3 * np.sqrt(n))
    inside = np.stack([r.uniform(x0, x1, n), r.uniform(y0, y0 + height, n)], 1)
    along, up = np.linspace(x0, x1, side), np.linspace(y0, y0 + height, side)

    def at(x, y):
        a = jnp.outer(sx * x - (0 if name == "convection" else 1 + sx * x0), w[:, 0]) + jnp.outer(sy * (y - y0) - 1, w[:, 1]) + b
        return jnp.sin(a), jnp.cos(a)

    wx, wy = w[:, 0] * sx, w[:, 1] * sy

    def matrix():
        s, c = at(*inside.T)
        equation = {
            "poisson-2d": lambda: (wx**2 + wy**2) * s,
            "helmholtz": lambda: (1 - wx**2 - wy**2) * s,
            "heat-1d": lambda: wy * c + 0.25 * wx**2 * s,
            "wave": lambda: (4 * wx**2 - wy**2) * s,
            "convection": lambda: (wy + 40 * wx) * c}[name]()
        scale = 1 / jnp.sqrt(jnp.mean(equation**2))
        blocks = [equation * scale / np.sqrt(n)]
        q = 5 / np.sqrt(side)
        if name != "convection":
            blocks += [q * at(np.full(side, x0), up)[0], q * at(np.full(side, x1), up)[0]]
        s, c = at(along, np.full(side, y0))
        blocks += [q * s]
        if name == "wave":
            blocks += [q * c * wy / (2 * PI * 8)]
        if not timed:
            blocks += [q * at(along, np.full(side, y1))[0]]
        a = jnp.concatenate(blocks)
        return a, scale, q

    def source():
        x, y = inside.T
        return {
            "poisson-2d": lambda: 2 * PI**2 * jnp.sin(PI * x) * jnp.sin(PI * y),
            "helmholtz": lambda: (1 - 17 * PI**2) * jnp.sin(PI * x) * jnp.sin(4 * PI * y)}.get(name, lambda: jnp.zeros(n))()

    def first():
        """@return value and speed at the start"""
        x = jnp.asarray(along)
        return {
            "heat-1d": lambda: jnp.sin(PI * x), "convection": lambda: jnp.sin(x),
            "wave": lambda: jnp.sin(PI * x) + 0.5 * jnp.sin(4 * PI * x)}.get(name, lambda: jnp.zeros(side))(), jnp.zeros(side)

    def solve():
        a, scale, q = matrix()
        norms = jnp.sqrt(jnp.sum(a * a, 0))
        a = a / norms
        if how == "qr":
            factors = jnp.linalg.qr(jnp.concatenate([a, 1e-14 * jnp.eye(m)]))
        value, speed = first()
        all_c = []
        for _ in range(windows):
            parts = [source() * scale / np.sqrt(n)] + ([] if name == "convection" else [jnp.zeros(side)] * 2) + [q * value]
            parts += [q * speed / (2 * PI * 8)] if name == "wave" else []
            parts += [] if timed else [jnp.zeros(side)]
            y = jnp.concatenate(parts)
            if how == "qr":
                y = factors[0][: len(y)].T @ y
                coefficients = jax.scipy.linalg.solve_triangular(factors[1], y) / norms
            else:
                coefficients = jnp.linalg.lstsq(a, y, rcond=1e-14)[0] / norms
            all_c.append(coefficients)
            s, c = at(along, np.full(side, y0 + height))
            value, speed = s @ coefficients, (c * wy) @ coefficients
        return jnp.stack(all_c)

    def error(coefficients):
        gx = np.linspace(x0, x1, 101) if name != "convection" else np.arange(101) * 2 * PI / 101
        gy = np.linspace(y0, y1, 101)
        k = np.minimum(((gy - y0) / height).astype(int), windows - 1)
        u = np.stack([np.asarray(at(gx, np.full(101, t - j * height))[0] @ coefficients[j]) for t, j in zip(gy, k)], 1)
        X, Y = np.meshgrid(gx, gy, indexing="ij")
        exact = {
            "poisson-2d": lambda: np.sin(PI * X) * np.sin(PI * Y),
            "helmholtz": lambda: np.sin(PI * X) * np.sin(4 * PI * Y),
            "heat-1d": lambda: np.sin(PI * X) * np.exp(-0.25 * PI**2 * Y),
            "wave": lambda: np.sin(PI * X) * np.cos(2 * PI * Y) + 0.5 * np.sin(4 * PI * X) * np.cos(8 * PI * Y),
            "convection": lambda: np.sin(X - 40 * Y)}[name]()
        return float(np.linalg.norm(u - exact) / np.linalg.norm(exact))

    compiled = jax.jit(solve)
    return lambda: compiled().block_until_ready(), error


def run_jax(name, setting, seed, again):
    """@return seconds of the first solve (compiled in it), median of the next ones, error"""
    start = time.perf_counter()
    solve, error = jax_solver(name, setting, seed)
    c = solve()
    cold = time.perf_counter() - start
    warm = []
    for _ in range(again):
        start = time.perf_counter()
        solve()
        warm.append(time.perf_counter() - start)
    return cold, statistics.median(warm), error(c)


def child(arguments, threads):
    cores = sorted(os.sched_getaffinity(0))[:threads]
    environment = {**os.environ, "OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": str(threads)}
    done = subprocess.run(arguments, capture_output=True, text=True, env=environment,
                          preexec_fn=lambda: os.sched_setaffinity(0, cores))
    if done.returncode:
        sys.exit(done.stderr)
    return [float(v) for v in done.stdout.split()]


def jax_in_child(name, setting, seed, threads, again=5):
    return child([sys.executable, __file__, "--child", name, json.dumps(setting), str(seed), str(again)], threads)


def ours_in_child(name, seed, threads, again=5):
    return child(["java", "-XX:+UseParallelGC", "-XX:-UsePerfData", "-cp", str(JAR), "org.pinn4j.benchmarks.PeerDirect",
                  name, str(seed), str(threads), str(again)], threads)


def search(name, bound):
    """The setting with the fastest warm solve whose error is below the bound for two seeds."""
    best, fastest = None, float("inf")
    windows = WINDOWS if name in ("heat-1d", "wave", "convection") else (1,)
    bands = ON_CIRCLE if name == "convection" else BANDWIDTHS
    for m, band, number, each, how in itertools.product(FEATURES, bands, windows, ROWS, SOLVERS):
        setting = {"features": m, "bandwidth": band, "windows": number, "rows": each, "solver": how}
        if 2e-11 * (each + 1) * m**3 > 20 * fastest:
            continue
        _, warm, error = run_jax(name, setting, 1, 1)
        if error < bound and warm < fastest and run_jax(name, setting, 2, 1)[2] < bound:
            best, fastest = setting, warm
            print(f"{name}: {warm:.3f} s, error {error:.1e}, {setting}", flush=True)
    return best


def main():
    parser = argparse.ArgumentParser(usage=__doc__)
    parser.add_argument("--search", action="store_true")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--problems", default=",".join(PROBLEMS))
    a = parser.parse_args()
    known = json.loads(SETTINGS.read_text()) if SETTINGS.exists() else {}
    names = a.problems.split(",")
    if a.search:
        for name in names:
            known[name] = search(name, PROBLEMS[name]) or sys.exit(f"{name}: no setting comes to {PROBLEMS[name]}")
            SETTINGS.write_text(json.dumps(known, indent=1) + "\n")
        return
    rows = []
    print("| problem | JAX, first solve, s | pinn4j | ratio | JAX, next solves, s | pinn4j | ratio | JAX, error | pinn4j |")
    print("|---|---|---|---|---|---|---|---|---|")
    for name in names:
        turns = {"jax": [], "pinn4j": []}
        for k in range(a.rounds):
            for who in ("jax", "pinn4j") if k % 2 else ("pinn4j", "jax"):
                one = (jax_in_child(name, known[name], k + 1, a.threads) if who == "jax"
                       else ours_in_child(name, k + 1, a.threads))
                turns[who].append(one)
        jax, ours = ([statistics.median(v) for v in zip(*turns[w])] for w in ("jax", "pinn4j"))
        rows.append({"problem": name, "setting": known[name], "jax": turns["jax"], "pinn4j": turns["pinn4j"]})
        print(f"| {name} | {jax[0]:.2f} | {ours[0]:.2f} | {jax[0] / ours[0]:.1f} | {jax[1]:.3f} | {ours[1]:.3f} "
              f"| {jax[1] / ours[1]:.1f} | {jax[2]:.1e} | {ours[2]:.1e} |", flush=True)
    RESULTS.write_text(json.dumps(rows, indent=1) + "\n")


if __name__ == "__main__":
    if sys.argv[1:2] == ["--child"]:
        print(*run_jax(sys.argv[2], json.loads(sys.argv[3]), int(sys.argv[4]), int(sys.argv[5])))
    else:
        main()
