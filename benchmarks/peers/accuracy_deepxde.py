"""DeepXDE on PyTorch with the recipes of its own examples (examples/pinn_forward), in double precision."""
import os

os.environ["DDE_BACKEND"] = "pytorch"
import deepxde as dde
import numpy as np
import torch

NU = 0.01 / np.pi
BETWEEN_LOOKS = 50  # L-BFGS iterations; the callbacks run between them


class Look(dde.callbacks.Callback):
    def __init__(self, clock):
        super().__init__()
        self.clock = clock

    def predict(self, points):
        with torch.no_grad():
            return self.model.net(torch.as_tensor(points)).numpy()

    def on_epoch_end(self):
        self.clock.check(self.predict)


def burgers_residual(x, y):
    y_x = dde.grad.jacobian(y, x, i=0, j=0)
    y_t = dde.grad.jacobian(y, x, i=0, j=1)
    return y_t + y * y_x - NU * dde.grad.hessian(y, x, i=0, j=0)


def poisson_residual(x, y):
    laplacian = dde.grad.hessian(y, x, i=0, j=0) + dde.grad.hessian(y, x, i=1, j=1)
    return -laplacian - 2 * np.pi**2 * torch.sin(np.pi * x[:, :1]) * torch.sin(np.pi * x[:, 1:])


def train(clock, data, net, adam, nncg=False):
    model = dde.Model(data, net)
    looks = [Look(clock)]
    model.compile("adam", lr=1e-3)
    model.train(iterations=adam, callbacks=looks)
    clock.record(looks[0].predict)
    dde.optimizers.set_LBFGS_options()
    dde.optimizers.config.LBFGS_options["iter_per_step"] = BETWEEN_LOOKS
    dde.optimizers.config.LBFGS_options["fun_per_step"] = BETWEEN_LOOKS * 5 // 4
    model.compile("L-BFGS")
    model.train(callbacks=looks)
    clock.record(looks[0].predict)
    if nncg:
        dde.optimizers.set_NNCG_options(rank=50, mu=1e-1)
        model.compile("NNCG")
        model.train(iterations=10**6, callbacks=looks)


def burgers(clock):
    """Burgers.py; its last time is 0.99 there."""
    domain = dde.geometry.GeometryXTime(dde.geometry.Interval(-1, 1), dde.geometry.TimeDomain(0, 1))
    bc = dde.icbc.DirichletBC(domain, lambda x: 0, lambda _, on_boundary: on_boundary)
    ic = dde.icbc.IC(domain, lambda x: -np.sin(np.pi * x[:, :1]), lambda _, on_initial: on_initial)
    data = dde.data.TimePDE(domain, burgers_residual, [bc, ic], num_domain=2540, num_boundary=80, num_initial=160)
    train(clock, data, dde.nn.FNN([2] + [20] * 3 + [1], "tanh", "Glorot normal"), 15000, nncg=True)


def poisson_soft(clock):
    """Poisson_Lshape.py on the square."""
    square = dde.geometry.Rectangle([0, 0], [1, 1])
    bc = dde.icbc.DirichletBC(square, lambda x: 0, lambda _, on_boundary: on_boundary)
    data = dde.data.PDE(square, poisson_residual, bc, num_domain=1200, num_boundary=120, num_test=1500)
    train(clock, data, dde.nn.FNN([2] + [50] * 4 + [1], "tanh", "Glorot uniform"), 50000)


def poisson_hard(clock):
    """Helmholtz_Dirichlet_2d.py: zero boundary values by an output transform; smaller network, then L-BFGS."""
    square = dde.geometry.Rectangle([0, 0], [1, 1])
    data = dde.data.PDE(square, poisson_residual, [], num_domain=1200, num_boundary=120, num_test=1500)
    net = dde.nn.FNN([2] + [20] * 3 + [1], "tanh", "Glorot uniform")
    net.apply_output_transform(lambda x, y: x[:, :1] * (1 - x[:, :1]) * x[:, 1:] * (1 - x[:, 1:]) * y)
    train(clock, data, net, 5000)


RECIPES = {
    ("burgers", "its example: 3x20, Adam 15,000, L-BFGS, NNCG"): burgers,
    ("poisson-2d", "its L-shape example: 4x50, soft, Adam 50,000, L-BFGS"): poisson_soft,
    ("poisson-2d", "its Helmholtz example's hard boundary: 3x20, Adam 5,000, L-BFGS"): poisson_hard,
}


def prepare(threads, seed):
    torch.set_num_threads(threads)
    dde.config.set_default_float("float64")
    dde.config.set_random_seed(seed)


def version():
    return f"DeepXDE {dde.__version__} on PyTorch {torch.__version__}"
