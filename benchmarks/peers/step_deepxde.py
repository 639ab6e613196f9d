"""DeepXDE on PyTorch: its data, network and loss classes, the points as anchors."""
import os

os.environ["DDE_BACKEND"] = "pytorch"
import deepxde as dde
import numpy as np
import torch

NU = 0.01 / np.pi
MODES = {"reverse": {}, "forward": {}, "reverse, torch.compile of the network": {}}


def pde(x, y):
    u = y[0] if dde.config.autodiff == "forward" else y
    y_x = dde.grad.jacobian(y, x, i=0, j=0)
    y_t = dde.grad.jacobian(y, x, i=0, j=1)
    y_xx = dde.grad.hessian(y, x, i=0, j=0)
    if dde.config.autodiff == "forward":
        y_x, y_t, y_xx = y_x[0], y_t[0], y_xx[0]
    return y_t + u * y_x - NU * y_xx


def prepare(mode, threads, layers, points):
    torch.set_num_threads(threads)
    dde.config.set_default_float("float64")
    dde.config.set_default_autodiff(mode.split(",")[0])
    geometry = dde.geometry.GeometryXTime(dde.geometry.Interval(-1, 1), dde.geometry.TimeDomain(0, 1))
    data = dde.data.TimePDE(geometry, pde, [], num_domain=0, anchors=points)
    net = dde.nn.FNN([2] + [len(b) for _, b in layers], "tanh", "Glorot normal")
    with torch.no_grad():
        for linear, (w, b) in zip(net.linears, layers):
            linear.weight.copy_(torch.tensor(w))
            linear.bias.copy_(torch.tensor(b))
    parameters = list(net.parameters())
    if mode.endswith("network"):
        net.forward = torch.compile(net.forward)
    model = dde.Model(data, net)
    model.compile("adam", lr=1e-3, verbose=0)
    inputs, targets, aux = data.train_next_batch()

    def step():
        """As in the closure of its training step, without the update."""
        loss = torch.sum(model.outputs_losses_train(inputs, targets, aux)[1])
        model.opt.zero_grad()
        loss.backward()
        return loss, [p.grad for p in parameters]

    return step


def flat(result):
    return result[0].item(), [g.detach().numpy() for g in result[1]]


def wait(result):
    result[0].item()


def version():
    return f"DeepXDE {dde.__version__} on PyTorch {torch.__version__}"
