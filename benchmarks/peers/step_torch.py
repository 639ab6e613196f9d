"""PyTorch: Burgers' residual, mean square and its gradient, each way the library offers."""
import math

import torch
from torch.func import functional_call, grad_and_value, hessian, jacrev, jvp, vmap
from torch.fx.experimental.proxy_tensor import make_fx

torch.set_default_dtype(torch.float64)
NU = 0.01 / math.pi


def mlp(parameters, x):
    last = len(parameters) // 2 - 1
    for k in range(last + 1):
        x = torch.nn.functional.linear(x, parameters[2 * k], parameters[2 * k + 1])
        x = torch.tanh(x) if k < last else x
    return x


def residual_reverse(parameters, points):
    """Nested reverse mode over the batch, as most PyTorch codes have it."""
    u = mlp(parameters, points)
    du = torch.autograd.grad(u.sum(), points, create_graph=True)[0]
    u_xx = torch.autograd.grad(du[:, 0].sum(), points, create_graph=True)[0][:, 0]
    return du[:, 1] + u[:, 0] * du[:, 0] - NU * u_xx


def tangents(points):
    x = torch.zeros_like(points)
    x[:, 0] = 1
    t = torch.zeros_like(points)
    t[:, 1] = 1
    return x, t


def residual_forward(parameters, points):
    """Forward over forward (torch.func.jvp of jvp) over the batch; x alone is nested."""
    along_x, along_t = tangents(points)
    f = lambda p: mlp(parameters, p)
    (u, u_x), (_, u_xx) = jvp(lambda p: jvp(f, (p,), (along_x,)), (points,), (along_x,))
    _, u_t = jvp(f, (points,), (along_t,))
    return (u_t + u * u_x - NU * u_xx)[:, 0]


def residual_vmap(parameters, points):
    """Point by point under vmap: jacrev and hessian, as the torch.func tutorials have it."""
    f = lambda p: mlp(parameters, p)[0]

    def at(p):
        du = jacrev(f)(p)
        return du[1] + f(p) * du[0] - NU * hessian(f)(p)[0, 0]

    return vmap(at)(points)


def residual_vmap_jvp(parameters, points):
    """Point by point under vmap: jvp of jvp."""
    f = lambda p: mlp(parameters, p)[0]

    def at(p):
        along_x, along_t = torch.tensor([1.0, 0.0]), torch.tensor([0.0, 1.0])
        (u, u_x), (_, u_xx) = jvp(lambda q: jvp(f, (q,), (along_x,)), (p,), (along_x,))
        return jvp(f, (p,), (along_t,))[1] + u * u_x - NU * u_xx

    return vmap(at)(points)


def backward_step(residual, parameters, points):
    loss = residual(parameters, points).square().mean()
    return loss, torch.autograd.grad(loss, parameters)


def functional_step(residual, parameters, points):
    grads, loss = grad_and_value(lambda q: residual(q, points).square().mean())(tuple(parameters))
    return loss, grads


def traced(step, compiled):
    def make(parameters, points):
        graph = make_fx(step)(parameters, points)
        return compiled(graph)

    return make


def plain(step):
    return lambda parameters, points: step


def compiled(step, **options):
    return lambda parameters, points: torch.compile(step, **options)


def inductor(graph):
    """The graph holds both sweeps, so no autograd is left in it."""
    run = torch.compile(graph)

    def call(parameters, points):
        with torch.no_grad():
            return run(parameters, points)

    return call


REVERSE = lambda p, x: backward_step(residual_reverse, p, x)
FORWARD = lambda p, x: backward_step(residual_forward, p, x)
VMAP = lambda p, x: backward_step(residual_vmap, p, x)
VMAP_JVP = lambda p, x: backward_step(residual_vmap_jvp, p, x)
F_FORWARD = lambda p, x: functional_step(residual_forward, p, x)
F_VMAP_JVP = lambda p, x: functional_step(residual_vmap_jvp, p, x)

MODES = {
    "eager, nested autograd.grad": plain(REVERSE),
    "eager, func.jvp of jvp": plain(FORWARD),
    "eager, vmap(jacrev, hessian)": plain(VMAP),
    "eager, vmap(jvp of jvp)": plain(VMAP_JVP),
    "compile, nested autograd.grad": compiled(REVERSE),
    "compile, func.jvp of jvp": compiled(FORWARD),
    "compile, func.grad of vmap(jvp of jvp)": compiled(F_VMAP_JVP),
    "compile, func.grad of func.jvp of jvp": compiled(F_FORWARD),
    "make_fx of nested autograd.grad, compile": traced(REVERSE, inductor),
    "make_fx of func.jvp of jvp, compile": traced(FORWARD, inductor),
}


def prepare(mode, threads, layers, points):
    """@return a function without arguments that gives (loss, gradients by layer: W [out, in], b)"""
    torch.set_num_threads(threads)
    parameters = [torch.tensor(a).requires_grad_() for layer in layers for a in layer]
    x = torch.tensor(points).requires_grad_()
    step = MODES[mode](parameters, x)
    return lambda: step(parameters, x)


def flat(result):
    loss, grads = result
    return loss.item(), [g.detach().numpy() for g in grads]


def wait(result):
    result[0].item()


def version():
    return f"PyTorch {torch.__version__}"
