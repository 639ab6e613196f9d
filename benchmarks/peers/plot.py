#!/usr/bin/env python3
"""Tables (Markdown, to standard output) and a picture from results/steps.json and results/accuracy.json."""
import argparse
import json
from pathlib import Path

import matplotlib

matplotlib.use("svg")
import matplotlib.pyplot as plt

HERE = Path(__file__).resolve().parent
PICTURE = HERE.parent.parent / "docs/images/peers.svg"
LEVELS = (1e-2, 1e-3, 1e-4, 1e-5, 1e-6, 1e-8)
COLOURS = {"pinn4j": "#c1121f", "PyTorch": "#e07a1f", "DeepXDE": "#7b5ea7", "JAX": "#2a6f97", "jinns": "#3a7d44"}
STYLES = ("-", "--", ":", "-.")


def read(name):
    path = HERE / "results" / name
    return json.loads(path.read_text()) if path.exists() else []


def table(head, rows):
    lines = ["| " + " | ".join(head) + " |", "|" + "---|" * len(head)]
    return "\n".join(lines + ["| " + " | ".join(map(str, r)) + " |" for r in rows]) + "\n"


def case_order(case):
    shape, n = case.split()
    return [int(k) for k in shape.split("x")] + [int(n)]


def best_steps(rows):
    """The fastest way of each peer in each case; what it is follows the figure."""
    out = []
    done = [r for r in rows if "ms" in r]
    for threads in sorted({r["threads"] for r in done}):
        for case in sorted({r["case"] for r in done}, key=case_order):
            cells = []
            for peer in ("PyTorch", "DeepXDE", "JAX", "jinns"):
                here = [r for r in done if (r["peer"], r["case"], r["threads"]) == (peer, case, threads)]
                best = min(here, key=lambda r: r["ms"], default=None)
                cells.append(f"{best['ms']:.1f} ms, **{best['ratio']:.1f}×** ({best['mode']})" if best else "")
            ours = sorted(r["ours_ms"] for r in done if r["case"] == case and r["threads"] == threads)
            out.append([threads, case.replace(" ", ", "), f"{ours[len(ours) // 2]:.1f} ms", *cells])
    return table(["threads", "network, points", "pinn4j", "PyTorch", "DeepXDE", "JAX", "jinns"], out)


def all_steps(rows):
    cases = sorted({r["case"] for r in rows if "ms" in r}, key=case_order)
    out = []
    for peer, mode, threads in sorted({(r["peer"], r["mode"], r["threads"]) for r in rows}):
        here = {r["case"]: r for r in rows if (r["peer"], r["mode"], r["threads"]) == (peer, mode, threads)}
        failed = next((r["failure"] for r in here.values() if "failure" in r), None)
        if failed:
            out.append([peer, mode, threads, "failed: " + failed[:120].replace("|", "/"), *[""] * (len(cases) - 1)])
        else:
            out.append([peer, mode, threads, *(f"{here[c]['ms']:.1f} ({here[c]['ratio']:.1f}×)" if c in here else "" for c in cases)])
    return table(["peer", "way", "threads", *cases], out)


def reached(curve, level):
    return next((f"{t:.1f} s" for t, e in curve if e <= level), "")


def accuracy(rows, problem):
    here = [r for r in rows if r["problem"] == problem]
    out = [[r["peer"], r["recipe"], r["threads"], *(reached(r["curve"], level) for level in LEVELS),
            f"{min(e for _, e in r['curve']):.1e}", f"{r['curve'][-1][0]:.0f} s", f"{r['start_s']:.1f} s", r["ended"]] for r in here]
    return table(["library", "recipe", "threads", *(f"{level:.0e}" for level in LEVELS), "best", "ran", "start", "ended"], out)


def picture(rows, path):
    problems = [p for p in ("burgers", "poisson-2d") if any(r["problem"] == p for r in rows)]
    figure, axes = plt.subplots(1, len(problems), figsize=(6.4 * len(problems), 5.6), squeeze=False)
    for axis, problem in zip(axes[0], problems):
        used = {}
        for r in (r for r in rows if r["problem"] == problem and r["threads"] == max(q["threads"] for q in rows)):
            style = STYLES[used.get(r["peer"], 0) % len(STYLES)]
            used[r["peer"]] = used.get(r["peer"], 0) + 1
            t, e = zip(*r["curve"])
            axis.loglog(t, e, style, color=COLOURS[r["peer"]], label=f"{r['peer']}: {r['recipe']}", linewidth=1.4)
        axis.set(title=problem, xlabel="seconds of training, compilation included", ylabel="relative L2 error")
        axis.grid(True, which="major", linewidth=0.4)
        axis.legend(fontsize=6.5, loc="upper center", bbox_to_anchor=(0.5, -0.12), frameon=False)
    figure.tight_layout()
    path.parent.mkdir(parents=True, exist_ok=True)
    figure.savefig(path, metadata={"Date": None})


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--picture", type=Path, default=PICTURE)
    parser.add_argument("--all", action="store_true", help="every way tried, not only each peer's best")
    arguments = parser.parse_args()
    steps, curves = read("steps.json"), read("accuracy.json")
    if steps:
        print(best_steps(steps))
        if arguments.all:
            print(all_steps(steps))
    for problem in ("burgers", "poisson-2d"):
        if any(r["problem"] == problem for r in curves):
            print(f"{problem}, seconds to a relative L2 error of\n\n" + accuracy(curves, problem))
    if curves:
        matplotlib.rcParams["svg.hashsalt"] = "pinn4j"
        picture(curves, arguments.picture)


main()
