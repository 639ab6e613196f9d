"""jinns: its networks, losses, points and its self-scaled Broyden method, after Adam; the network and points of its Burgers
notebook. Its loop is one compiled loop for all iterations; here the same updates run in short compiled pieces, so that the
error can be looked at in between."""
import warnings
from importlib.metadata import version as version_of

import equinox as eqx
import jax
import jax.numpy as jnp
import jinns
import numpy as np
import optax

import accuracy_jax

warnings.filterwarnings("ignore")
SEED = 1
NU = 0.01 / jnp.pi


def network(eq_type, output_transform=None):
    return jinns.nn.PINN_MLP.create(
        key=jax.random.PRNGKey(SEED), eq_type=eq_type, output_transform=output_transform,
        eqx_list=((eqx.nn.Linear, 2, 16), (jax.nn.tanh,), (eqx.nn.Linear, 16, 16), (jax.nn.tanh,),
                  (eqx.nn.Linear, 16, 16), (jax.nn.tanh,), (eqx.nn.Linear, 16, 1)))


def train(clock, u, start, eq_params, loss, batch, order, adam):
    """@param order of the inputs: the columns of a point that the network sees first and second"""
    full = lambda nn: jinns.parameters.Params(nn_params=nn, eq_params=eq_params)
    value = lambda nn: loss.evaluate(full(nn), batch)[0]
    field = jax.jit(lambda nn, p: jax.vmap(lambda q: u(q, full(nn)).squeeze())(p))
    predict = lambda nn, p: np.asarray(field(nn, jnp.asarray(p)[:, order]))
    params = accuracy_jax.adam(clock, value, predict, start, adam)
    optimizer = jinns.optimizers.scale_by_SSBroyden_family()
    grad_fn = lambda nn, **_: jax.grad(value)(nn)

    def update(params, state):
        v, g = jax.value_and_grad(value)(params)
        return optimizer.update(g, state, params, value=v, grad_pt=g, value_fn=lambda nn, **_: value(nn), grad_fn=grad_fn)

    return accuracy_jax.quasi_newton(clock, value, predict, params, optimizer, update)


def burgers_batch():
    data = jinns.data.CubicMeshPDENonStatio(
        key=jax.random.PRNGKey(SEED + 1), n=900, nb=2000, ni=2000, dim=1, min_pts=(-1,), max_pts=(1,), tmin=0, tmax=1,
        method="uniform")
    return data.get_batch()[1]


def burgers(clock):
    u, start = network("PDENonStatio")
    eq_params = {"nu": NU}
    params = jinns.parameters.Params(nn_params=start, eq_params=eq_params)
    loss = jinns.loss.LossPDENonStatio(
        u=u, dynamic_loss=jinns.loss.BurgersEquation(Tmax=1), params=params,
        initial_condition_fun=lambda x: -jnp.sin(jnp.pi * x), boundary_condition=jinns.loss.Dirichlet(),
        loss_weights=jinns.loss.LossWeightsPDENonStatio(dyn_loss=1.0, initial_condition=100.0, boundary_loss=1.0))
    return train(clock, u, start, params.eq_params, loss, burgers_batch(), np.array([1, 0]), 1000)


def burgers_hard(clock):
    """More points, and initial and boundary values by an output transform."""
    u, start = network("PDENonStatio", lambda t_x, out, params: -jnp.sin(jnp.pi * t_x[1]) + t_x[0] * (1 - t_x[1] ** 2) * out)
    params = jinns.parameters.Params(nn_params=start, eq_params={"nu": NU})
    loss = jinns.loss.LossPDENonStatio(
        u=u, dynamic_loss=jinns.loss.BurgersEquation(Tmax=1), params=params,
        loss_weights=jinns.loss.LossWeightsPDENonStatio(dyn_loss=1.0))
    points = accuracy_jax.sobol(4096, [0, -1], [1, 1])
    batch = jinns.data._Batchs.PDENonStatioBatch(domain_batch=points, border_batch=None, initial_batch=None)
    return train(clock, u, start, params.eq_params, loss, batch, np.array([1, 0]), 1000)


class Poisson(jinns.loss.PDEStatio):
    def equation(self, x, u, params):
        return jinns.loss.laplacian_rev(x, u, params, eq_type="PDEStatio")[None] + 2 * jnp.pi**2 * jnp.prod(jnp.sin(jnp.pi * x))


def poisson_with(clock, transform, weights, border):
    u, start = network("PDEStatio", transform)
    params = jinns.parameters.Params(nn_params=start, eq_params={"unused": jnp.array(0.0)})
    data = jinns.data.CubicMeshPDEStatio(
        key=jax.random.PRNGKey(SEED + 1), n=2025, nb=400, dim=2, min_pts=(0, 0), max_pts=(1, 1), method="uniform")
    batch = data.get_batch()[1]
    if not border:
        batch = jinns.data._Batchs.PDEStatioBatch(domain_batch=batch.domain_batch, border_batch=None)
    loss = jinns.loss.LossPDEStatio(
        u=u, dynamic_loss=Poisson(), params=params, boundary_condition=jinns.loss.Dirichlet() if border else None,
        loss_weights=weights)
    return train(clock, u, start, params.eq_params, loss, batch, np.array([0, 1]), 1000)


def poisson(clock):
    return poisson_with(clock, None, jinns.loss.LossWeightsPDEStatio(dyn_loss=1.0, boundary_loss=100.0), True)


def poisson_hard(clock):
    transform = lambda x, out, params: 16 * jnp.prod(x * (1 - x)) * out
    return poisson_with(clock, transform, jinns.loss.LossWeightsPDEStatio(dyn_loss=1.0), False)


RECIPES = {
    ("burgers", "its notebook's 3x16 and points, soft, Adam 1,000, its SSBroyden"): burgers,
    ("burgers", "hard: 3x16, 4,096 points, Adam 1,000, its SSBroyden"): burgers_hard,
    ("poisson-2d", "soft: 3x16, 2,025 points, Adam 1,000, its SSBroyden"): poisson,
    ("poisson-2d", "hard: 3x16, 2,025 points, Adam 1,000, its SSBroyden"): poisson_hard,
}


def prepare(threads, seed):
    global SEED
    SEED = seed
    accuracy_jax.SEED = seed


def version():
    return f"jinns {version_of('jinns')} on JAX {jax.__version__}"
