"""One way of one peer, in a process of its own. Speaks the same lines as PeerStep.java."""
import importlib
import sys
import time

import numpy as np

FEWEST_STEPS = 3


def layers_of(theta, shape):
    """theta: layer after layer, W [in x out] column-major = [out, in] row-major, then b."""
    depth, width = map(int, shape.split("x"))
    sizes = [2] + [width] * depth + [1]
    at, layers = 0, []
    for n, m in zip(sizes, sizes[1:]):
        w = theta[at:at + n * m].reshape(m, n)
        b = theta[at + n * m:at + n * m + m]
        at += n * m + m
        layers.append((w.copy(), b.copy()))
    assert at == len(theta), (at, len(theta))
    return layers


def main():
    peer, mode, threads = sys.argv[1], sys.argv[2], int(sys.argv[3])
    answers = sys.stdout
    sys.stdout = sys.stderr  # what libraries print is not an answer
    module = importlib.import_module("step_" + peer)
    print("ready", module.version(), file=answers, flush=True)
    step = None
    for line in sys.stdin:
        words = line.split()
        try:
            if words[0] == "load":
                theta, points = np.load(words[2]), np.load(words[3]).T.copy()
                step = module.prepare(mode, threads, layers_of(theta, words[1]), points)
                loss, grads = module.flat(step())
                np.save(words[4], np.concatenate([np.ravel(g) for g in grads]))
                print("loss", repr(loss), file=answers, flush=True)
            else:
                end = time.perf_counter() + float(words[1])
                times = []
                while len(times) < FEWEST_STEPS or time.perf_counter() < end:
                    start = time.perf_counter()
                    module.wait(step())
                    times.append(f"{(time.perf_counter() - start) * 1e3:.6f}")
                print("ms", *times, file=answers, flush=True)
        except Exception as e:  # a way that does not work here is a result
            reason = " ".join(f"{type(e).__name__}: {e}".split())
            print("error", reason[:300], file=answers, flush=True)


main()
