"""JAX, jit: Burgers' residual, mean square and its gradient, each way the library offers."""
import jax
import jax.numpy as jnp
from jax.experimental.jet import jet

jax.config.update("jax_enable_x64", True)
NU = 0.01 / jnp.pi


def mlp(layers, x):
    for w, b in layers[:-1]:
        x = jnp.tanh(x @ w.T + b)
    w, b = layers[-1]
    return x @ w.T + b


def nested_grad(layers, points):
    u = lambda x, t: mlp(layers, jnp.stack([x, t]))[0]
    u_x = jax.grad(u, 0)

    def at(p):
        x, t = p
        return jax.grad(u, 1)(x, t) + u(x, t) * u_x(x, t) - NU * jax.grad(u_x, 0)(x, t)

    return jax.vmap(at)(points)


def forward_over_reverse(layers, points):
    u = lambda p: mlp(layers, p)[0]

    def at(p):
        du, du_x = jax.jvp(jax.grad(u), (p,), (jnp.array([1.0, 0.0]),))
        return du[1] + u(p) * du[0] - NU * du_x[0]

    return jax.vmap(at)(points)


def jvp_of_jvp(layers, points):
    """Over the whole batch at once: the tangent is a constant column."""
    f = lambda p: mlp(layers, p)[:, 0]
    along_x = jnp.zeros_like(points).at[:, 0].set(1)
    along_t = jnp.zeros_like(points).at[:, 1].set(1)
    (u, u_x), (_, u_xx) = jax.jvp(lambda p: jax.jvp(f, (p,), (along_x,)), (points,), (along_x,))
    u_t = jax.jvp(f, (points,), (along_t,))[1]
    return u_t + u * u_x - NU * u_xx


def vmap_jvp_of_jvp(layers, points):
    u = lambda x, t: mlp(layers, jnp.stack([x, t]))[0]

    def at(p):
        x, t = p
        along_x = lambda s: jax.jvp(lambda r: u(r, t), (s,), (1.0,))
        (v, v_x), (_, v_xx) = jax.jvp(along_x, (x,), (1.0,))
        return jax.jvp(lambda s: u(x, s), (t,), (1.0,))[1] + v * v_x - NU * v_xx

    return jax.vmap(at)(points)


def taylor(layers, points):
    f = lambda p: mlp(layers, p)[:, 0]
    along_x = jnp.zeros_like(points).at[:, 0].set(1)
    along_t = jnp.zeros_like(points).at[:, 1].set(1)
    u, (u_x, u_xx) = jet(f, (points,), ([along_x, jnp.zeros_like(points)],))
    u_t = jax.jvp(f, (points,), (along_t,))[1]
    return u_t + u * u_x - NU * u_xx


MODES = {
    "jit, nested grad": nested_grad,
    "jit, jvp of grad": forward_over_reverse,
    "jit, jvp of jvp": jvp_of_jvp,
    "jit, vmap(jvp of jvp)": vmap_jvp_of_jvp,
    "jit, jet": taylor,
}

def prepare(mode, threads, layers, points):
    residual = MODES[mode]
    parameters = [(jnp.array(w), jnp.array(b)) for w, b in layers]
    x = jnp.array(points)
    step = jax.jit(jax.value_and_grad(lambda q, p: jnp.mean(residual(q, p) ** 2)))
    return lambda: step(parameters, x)


def flat(result):
    loss, grads = result
    return float(loss), [jax.device_get(a) for layer in grads for a in layer]


def wait(result):
    jax.block_until_ready(result)


def version():
    return f"JAX {jax.__version__}"
