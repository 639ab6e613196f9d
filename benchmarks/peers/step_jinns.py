"""jinns (JAX): its network and loss classes, jit."""
import warnings

import equinox as eqx
import jax
import jax.numpy as jnp
import jinns
from jinns.data._Batchs import PDENonStatioBatch

jax.config.update("jax_enable_x64", True)
warnings.filterwarnings("ignore")


class ForwardBurgers(jinns.loss.PDENonStatio):
    """The same equation by jvp of jvp; the library's own BurgersEquation nests grad."""

    def equation(self, t_x, u, params):
        f = lambda p: u(p, params)[0]
        along_x, along_t = jnp.array([0.0, 1.0]), jnp.array([1.0, 0.0])
        (v, v_x), (_, v_xx) = jax.jvp(lambda p: jax.jvp(f, (p,), (along_x,)), (t_x,), (along_x,))
        return (jax.jvp(f, (t_x,), (along_t,))[1] + v * v_x - params.eq_params.nu * v_xx)[None]


MODES = {"BurgersEquation": jinns.loss.BurgersEquation, "own equation, jvp of jvp": ForwardBurgers}


def prepare(mode, threads, layers, points):
    sizes = [2] + [len(b) for _, b in layers]
    parts = []
    for a, b in zip(sizes, sizes[1:]):
        parts += [(eqx.nn.Linear, a, b), (jax.nn.tanh,)]
    u, start = jinns.nn.PINN_MLP.create(
        key=jax.random.PRNGKey(0), eqx_list=tuple(parts[:-1]), eq_type="PDENonStatio")
    leaves = [jnp.array(a) for layer in layers for a in layer]
    leaves[0] = leaves[0][:, ::-1]  # its inputs are (t, x)
    start = jax.tree.unflatten(jax.tree.structure(start), leaves)
    params = jinns.parameters.Params(nn_params=start, eq_params={"nu": jnp.array(0.01 / jnp.pi)})
    loss = jinns.loss.LossPDENonStatio(u=u, dynamic_loss=MODES[mode](Tmax=1), params=params,
                                       loss_weights=jinns.loss.LossWeightsPDENonStatio(dyn_loss=1.0))
    batch = PDENonStatioBatch(domain_batch=jnp.array(points)[:, ::-1], border_batch=None, initial_batch=None)
    step = jax.jit(jax.value_and_grad(lambda nn: loss.evaluate(
        jinns.parameters.Params(nn_params=nn, eq_params=params.eq_params), batch)[0]))
    return lambda: step(start)


def flat(result):
    grads = [jax.device_get(a) for a in jax.tree.leaves(result[1])]
    grads[0] = grads[0][:, ::-1]
    return float(result[0]), grads


def wait(result):
    jax.block_until_ready(result)


def version():
    from importlib.metadata import version as of
    return f"jinns {of('jinns')} on JAX {jax.__version__}"
