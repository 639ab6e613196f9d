"""JAX, jit, with what a careful user would write: forward mode over the batch, fixed quasi-random points, Adam with a decaying
rate, then a quasi-Newton method; boundary and initial values soft, or met by the form of the solution."""
import jax
import jax.numpy as jnp
import numpy as np
import optax
from scipy.stats import qmc

from step_jax import NU, mlp

SEED = 1
ADAM_CHUNK = 25
QUASI_NEWTON_CHUNK = 5


def glorot(sizes):
    keys = jax.random.split(jax.random.PRNGKey(SEED), len(sizes))
    return [(jax.random.normal(k, (m, n)) * jnp.sqrt(2 / (n + m)), jnp.zeros(m)) for k, n, m in zip(keys, sizes, sizes[1:])]


def sobol(n, low, high):
    return jnp.array(qmc.scale(qmc.Sobol(2, rng=SEED).random(n), low, high))


def second_order(f, points):
    """f and its first and second derivatives along both axes: f, f_0, f_1, f_00, f_11."""
    out = []
    for axis in (0, 1):
        along = jnp.zeros_like(points).at[:, axis].set(1)
        (u, first), (_, second) = jax.jvp(lambda p: jax.jvp(f, (p,), (along,)), (points,), (along,))
        out += [first, second]
    return u, out[0], out[2], out[1], out[3]


def burgers_residual(f, points):
    along_x, along_t = (jnp.zeros_like(points).at[:, axis].set(1) for axis in (0, 1))
    (u, u_x), (_, u_xx) = jax.jvp(lambda p: jax.jvp(f, (p,), (along_x,)), (points,), (along_x,))
    return jax.jvp(f, (points,), (along_t,))[1] + u * u_x - NU * u_xx


def poisson_residual(f, points):
    _, _, _, u_xx, u_yy = second_order(f, points)
    return u_xx + u_yy + 2 * jnp.pi**2 * jnp.prod(jnp.sin(jnp.pi * points), 1)


def strong(carry):
    """Fixes the types of the first carry to those of the later ones, so that a piece is compiled once."""
    return jax.tree.map(lambda a: jnp.array(a, a.dtype), carry)


def chunked(step, count):
    return jax.jit(lambda carry: jax.lax.scan(lambda c, _: (step(c), None), carry, None, length=count)[0])


def adam(clock, loss, predict, params, steps):
    optimizer = optax.adam(optax.exponential_decay(2e-3, steps // 10, 0.7))

    def step(carry):
        params, state = carry
        updates, state = optimizer.update(jax.grad(loss)(params), state)
        return optax.apply_updates(params, updates), state

    run = chunked(step, ADAM_CHUNK)
    carry = strong((params, optimizer.init(params)))
    for _ in range(steps // ADAM_CHUNK):
        carry = jax.block_until_ready(run(carry))
        clock.check(lambda p: predict(carry[0], p))
    return carry[0]


def quasi_newton(clock, loss, predict, params, optimizer, update):
    def step(carry):
        params, state = carry
        updates, state = update(params, state)
        return optax.apply_updates(params, updates), state

    run = chunked(step, QUASI_NEWTON_CHUNK)
    carry = strong((params, optimizer.init(params)))
    while True:
        before = carry[0]
        carry = jax.block_until_ready(run(carry))
        if not all(bool(jnp.all(jnp.isfinite(a))) for a in jax.tree.leaves(carry[0])):
            clock.record(lambda p: predict(before, p))
            return "not finite after that"
        clock.check(lambda p: predict(carry[0], p))
        if all(bool(jnp.all(a == b)) for a, b in zip(jax.tree.leaves(before), jax.tree.leaves(carry[0]))):
            clock.record(lambda p: predict(carry[0], p))
            return "no further step"


def lbfgs(clock, loss, predict, params, memory=50):
    optimizer = optax.lbfgs(memory_size=memory)
    value_and_grad = optax.value_and_grad_from_state(loss)

    def update(params, state):
        value, grad = value_and_grad(params, state=state)
        return optimizer.update(grad, state, params, value=value, grad=grad, value_fn=loss)

    return quasi_newton(clock, loss, predict, params, optimizer, update)


def predictor(form):
    run = jax.jit(lambda params, p: form(params)(p))
    return lambda params, p: np.asarray(run(params, jnp.asarray(p)))


def solve(clock, form, terms, sizes, steps):
    """@param terms function of the field -> loss"""
    loss = lambda params: terms(form(params))
    predict = predictor(form)
    params = adam(clock, loss, predict, glorot(sizes), steps)
    return lbfgs(clock, loss, predict, params)


def mean_square(r):
    return jnp.mean(r**2)


def burgers_plain(params):
    return lambda p: mlp(params, jnp.stack([p[:, 0], 2 * p[:, 1] - 1], 1))[:, 0]


def burgers_form(params):
    return lambda p: -jnp.sin(jnp.pi * p[:, 0]) + p[:, 1] * (1 - p[:, 0] ** 2) * burgers_plain(params)(p)


def poisson_plain(params):
    return lambda p: mlp(params, 2 * p - 1)[:, 0]


def poisson_form(params):
    return lambda p: 16 * jnp.prod(p * (1 - p), 1) * poisson_plain(params)(p)


def burgers_soft(clock):
    inside = sobol(8192, [-1, 0], [1, 1])
    s = jnp.linspace(0, 1, 201)
    initial = jnp.stack([2 * s - 1, 0 * s], 1)
    sides = jnp.concatenate([jnp.stack([0 * s + e, s], 1) for e in (-1, 1)])
    terms = lambda f: (mean_square(burgers_residual(f, inside))
                       + 10 * mean_square(f(initial) + jnp.sin(jnp.pi * initial[:, 0])) + 10 * mean_square(f(sides)))
    return solve(clock, burgers_plain, terms, [2, 20, 20, 20, 20, 1], 10000)


def burgers_hard(clock):
    inside = sobol(8192, [-1, 0], [1, 1])
    return solve(clock, burgers_form, lambda f: mean_square(burgers_residual(f, inside)), [2, 20, 20, 20, 1], 5000)


def poisson_soft(clock):
    inside = sobol(2048, [0, 0], [1, 1])
    s = jnp.linspace(0, 1, 101)
    edges = jnp.concatenate([jnp.stack(pair, 1) for e in (0.0, 1.0) for pair in ((0 * s + e, s), (s, 0 * s + e))])
    terms = lambda f: mean_square(poisson_residual(f, inside)) + 100 * mean_square(f(edges))
    return solve(clock, poisson_plain, terms, [2, 20, 20, 20, 1], 5000)


def poisson_hard(clock):
    inside = sobol(2048, [0, 0], [1, 1])
    return solve(clock, poisson_form, lambda f: mean_square(poisson_residual(f, inside)), [2, 20, 20, 1], 2000)


RECIPES = {
    ("burgers", "soft: 4x20, 8,192 points, Adam 10,000, optax L-BFGS"): burgers_soft,
    ("burgers", "hard: 3x20, 8,192 points, Adam 5,000, optax L-BFGS"): burgers_hard,
    ("poisson-2d", "soft: 3x20, 2,048 points, Adam 5,000, optax L-BFGS"): poisson_soft,
    ("poisson-2d", "hard: 2x20, 2,048 points, Adam 2,000, optax L-BFGS"): poisson_hard,
}


def prepare(threads, seed):
    global SEED
    SEED = seed


def version():
    return f"JAX {jax.__version__}, optax {optax.__version__}"
