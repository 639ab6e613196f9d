"""PyTorch, eager, with the recipe of Raissi, Perdikaris and Karniadakis (2019): L-BFGS alone on many points."""
import math

import torch
from scipy.stats import qmc

from step_torch import NU, mlp, residual_reverse

BETWEEN_LOOKS = 25
SEED = 1


def xavier(sizes):
    parameters = []
    for n, m in zip(sizes, sizes[1:]):
        parameters += [torch.nn.init.xavier_normal_(torch.empty(m, n)), torch.zeros(m)]
    return [p.requires_grad_() for p in parameters]


def latin(n, low, high):
    return torch.tensor(qmc.scale(qmc.LatinHypercube(2, rng=SEED).random(n), low, high))


def minimise(clock, parameters, loss):
    def predict(points):
        with torch.no_grad():
            return mlp(parameters, torch.as_tensor(points)).numpy()

    optimizer = torch.optim.LBFGS(
        parameters, max_iter=BETWEEN_LOOKS, max_eval=10**6, history_size=50, tolerance_grad=1e-12,
        tolerance_change=2.2e-16, line_search_fn="strong_wolfe")

    def closure():
        optimizer.zero_grad()
        value = loss()
        value.backward()
        return value

    done = -1
    while done != optimizer.state[parameters[0]].get("n_iter", 0):
        done = optimizer.state[parameters[0]].get("n_iter", 0)
        optimizer.step(closure)
        clock.check(predict)
    clock.record(predict)


def burgers(clock):
    parameters = xavier([2] + [20] * 8 + [1])
    inside = latin(10000, [-1, 0], [1, 1]).requires_grad_()
    x, t = 2 * torch.rand(50) - 1, torch.rand(50)
    edge = torch.cat([torch.stack([x, 0 * x], 1), torch.stack([torch.sign(x), t], 1)])
    values = torch.cat([-torch.sin(math.pi * x), 0 * t])
    minimise(clock, parameters, lambda: residual_reverse(parameters, inside).square().mean()
             + (mlp(parameters, edge)[:, 0] - values).square().mean())


def poisson_residual(parameters, points):
    u = mlp(parameters, points)
    du = torch.autograd.grad(u.sum(), points, create_graph=True)[0]
    second = [torch.autograd.grad(du[:, k].sum(), points, create_graph=True)[0][:, k] for k in (0, 1)]
    return sum(second) + 2 * math.pi**2 * torch.prod(torch.sin(math.pi * points.detach()), 1)


def poisson(clock):
    parameters = xavier([2] + [20] * 4 + [1])
    inside = latin(2500, [0, 0], [1, 1]).requires_grad_()
    edge = torch.rand(4, 100, 2)
    edge[0, :, 0], edge[1, :, 0], edge[2, :, 1], edge[3, :, 1] = 0, 1, 0, 1
    edge = edge.reshape(-1, 2)
    minimise(clock, parameters, lambda: poisson_residual(parameters, inside).square().mean()
             + mlp(parameters, edge).square().mean())


RECIPES = {
    ("burgers", "Raissi et al.: 8x20, 10,000 + 100 points, L-BFGS"): burgers,
    ("poisson-2d", "the same style: 4x20, 2,500 + 400 points, L-BFGS"): poisson,
}


def prepare(threads, seed):
    global SEED
    SEED = seed
    torch.set_num_threads(threads)
    torch.manual_seed(seed)


def version():
    return f"PyTorch {torch.__version__}"
