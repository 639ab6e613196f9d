"""What every run to accuracy shares: the problems, their references, and a clock that stands still while it measures."""
import time

import numpy as np

NU = 0.01 / np.pi
GROWTH = 1.12
FIRST = 0.5


class Finished(Exception):
    """The time is up."""


def burgers_exact(x, t):
    """Cole-Hopf, trapezoidal rule: u = -∫ sin π(x-s) f(x-s) e^{-s²/4νt} ds / ∫ f(x-s) e^{-s²/4νt} ds, f(y) = e^{-cos(πy)/2πν}.
    Substitution s = 2√(νt) z, 901 nodes in z."""
    z = np.arange(-450, 451) * 0.02
    u = np.empty_like(x)
    for block in np.array_split(np.arange(len(x)), max(1, len(x) // 2000)):
        y = x[block, None] - 2 * np.sqrt(NU * t[block, None]) * z
        exponent = -np.cos(np.pi * y) / (2 * np.pi * NU) - z**2
        weight = np.exp(exponent - exponent.max(1, keepdims=True))
        u[block] = -(np.sin(np.pi * y) * weight).sum(1) / weight.sum(1)
    return u


def grid(problem):
    """@return points [n, 2] and the exact values [n], on pinn4j's grid of record, both ends included"""
    if problem == "burgers":
        x, t = np.meshgrid(np.linspace(-1, 1, 256), np.linspace(0, 1, 101), indexing="ij")
        return np.stack([x.ravel(), t.ravel()], 1), burgers_exact(x.ravel(), t.ravel())
    x, y = np.meshgrid(np.linspace(0, 1, 101), np.linspace(0, 1, 101), indexing="ij")
    return np.stack([x.ravel(), y.ravel()], 1), (np.sin(np.pi * x) * np.sin(np.pi * y)).ravel()


class Clock:
    """Starts when made. Call {@code check} often; it measures the error at times that grow geometrically, and stops the run."""

    def __init__(self, problem, limit):
        self.points, self.truth = grid(problem)
        self.limit = limit
        self.curve = []
        self.next = FIRST
        self.measuring = 0.0
        self.start = time.perf_counter()

    def seconds(self):
        return time.perf_counter() - self.start - self.measuring

    def check(self, predict):
        """@param predict [n, 2] -> [n]"""
        at = self.seconds()
        if at >= self.next:
            self.record(predict)
            self.next = max(self.next * GROWTH, at)
        if at >= self.limit:
            raise Finished

    def record(self, predict):
        at, begin = self.seconds(), time.perf_counter()
        error = np.linalg.norm(np.asarray(predict(self.points)).ravel() - self.truth) / np.linalg.norm(self.truth)
        self.curve.append([round(at, 4), float(error)])
        self.measuring += time.perf_counter() - begin
