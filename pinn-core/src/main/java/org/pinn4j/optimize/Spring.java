package org.pinn4j.optimize;

import java.util.Objects;
import org.pinn4j.args.Args;

/**
 * The natural gradient in kernel form with momentum: the method of choice for sums of squares with fewer rows than parameters, so
 * for points that are drawn afresh at every step in many dimensions.
 * <p>A step is the damped Gauss-Newton direction of the rows at hand, and where these say nothing it keeps to the last one:
 * φ_k = argmin ‖J φ − r‖² + λ‖φ − μ φ_{k−1}‖² = μ φ_{k−1} + Jᵀ (J Jᵀ + λI)⁻¹ (r − μ J φ_{k−1}), theta ← theta − η φ_k, which needs a
 * matrix of rows × rows where Levenberg-Marquardt needs one of parameters × parameters. μ = 0 is the energy natural gradient by
 * Woodbury's identity. λ is a share of the mean of the diagonal of JJᵀ, so that neither units nor weights matter.
 * <p>Cost of a step: the Jacobian, N²·p + N³/3 flops and two products with J. Memory: N·p for J and 2N².
 * <p>η is halved on the rows at hand until their sum of squares falls; what falls there need not fall elsewhere, so λ is no
 * damping that a gain on the same rows may take back (with N &lt; p any gain can be had), but a setting.
 * Sources: Goldshlager, Abrahamsen, Lin, A Kaczmarz-inspired approach to accelerate the optimization of neural network
 * wavefunctions, J. Comput. Phys. 516 (2024) 113351; for PDEs Guzmán-Cordero, Dangel, Goldshlager, Zeinhofer, arXiv:2505.12149.
 * @param rate η of each step, before it is halved
 * @param damping λ over the mean of the diagonal of JJᵀ, above 0
 * @param momentum μ in [0, 1)
 */
public record Spring(LearningRate rate, double damping, double momentum) implements Optimizer {
    private static final String WHAT = "SPRING";

    public Spring {
        Objects.requireNonNull(rate, "rate");
        SettingCheck.positive(WHAT, "damping", damping);
        SettingCheck.memory(WHAT, "momentum", momentum);
    }

    /** Full steps that shrink by a tenth in 100, damping 1e-4, momentum 0.9. */
    public static Spring standard() {
        return new Spring(LearningRate.exponential(1, 0.9, 100), 1e-4, 0.9);
    }

    @Override
    public String name() {
        return "SPRING";
    }

    @Override
    public SpringState init(Objective objective, double[] theta0, Algebra algebra) {
        Args.given(objective, "objective", theta0, "theta0");
        Args.given(algebra, "algebra");
        return new SpringState(this, LeastSquares.of(objective, this), theta0, algebra);
    }

    /** With the learning rate it has come to. */
    @Override
    public Spring from(State state) {
        Args.given(state, "state");
        return state instanceof SpringState s ? new Spring(rate.after(s.steps(), 1), damping, momentum) : this;
    }
}
