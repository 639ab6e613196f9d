package org.pinn4j.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.pinn4j.ansatz.Design;
import org.pinn4j.ansatz.Features;
import org.pinn4j.direct.Direct;
import org.pinn4j.loss.Resampling;
import org.pinn4j.network.Activation;
import org.pinn4j.network.Architecture;
import org.pinn4j.network.FourierMlp;
import org.pinn4j.network.GatedNet;
import org.pinn4j.network.GivenNetwork;
import org.pinn4j.network.Initializer;
import org.pinn4j.network.Mlp;
import org.pinn4j.network.Network;
import org.pinn4j.network.ResNet;
import org.pinn4j.optimize.Adadelta;
import org.pinn4j.optimize.Adagrad;
import org.pinn4j.optimize.Adam;
import org.pinn4j.optimize.AdamW;
import org.pinn4j.optimize.Adamax;
import org.pinn4j.optimize.Algebra;
import org.pinn4j.optimize.AmsGrad;
import org.pinn4j.optimize.Averaged;
import org.pinn4j.optimize.Lbfgs;
import org.pinn4j.optimize.LearningRate;
import org.pinn4j.optimize.LevenbergMarquardt;
import org.pinn4j.optimize.Momentum;
import org.pinn4j.optimize.Nadam;
import org.pinn4j.optimize.Nesterov;
import org.pinn4j.optimize.Objective;
import org.pinn4j.optimize.Optimizer;
import org.pinn4j.optimize.RmsProp;
import org.pinn4j.optimize.Schedule;
import org.pinn4j.optimize.SelfScaledBroyden;
import org.pinn4j.optimize.Sgd;
import org.pinn4j.optimize.State;
import org.pinn4j.pde.Expr;
import org.pinn4j.random.RandomStream;
import org.pinn4j.sampling.Halton;
import org.pinn4j.sampling.LatinHypercube;
import org.pinn4j.sampling.ResidualAdaptive;
import org.pinn4j.sampling.Sampler;
import org.pinn4j.sampling.Sobol;
import org.pinn4j.sampling.Uniform;

class RecipeTextTest {
    private static final Recipe BASE = Recipe.of("base");
    private static final Activation TANH = Activation.named("tanh");
    private static final LevenbergMarquardt.Settings LM = LevenbergMarquardt.Settings.standard();

    private static Recipe architecture(Architecture a) {
        return BASE.withNetwork(a, BASE.initializer());
    }

    private static Recipe initializer(Initializer i) {
        return BASE.withNetwork(BASE.architecture(), i);
    }

    private static Recipe method(Optimizer method) {
        return BASE.withStages(Stage.of(method));
    }

    private static Recipe resampling(int first, double growth, int longest, int pool, double exponent, double floor) {
        Resampling r = new Resampling(first, growth, longest, pool, new ResidualAdaptive(exponent, floor));
        return BASE.withPoints(Points.adaptive(5).with(r));
    }

    private static Recipe form(String base, String factor, String reason) {
        return BASE.withDesign(Design.derived().withForm(Cases.U, expression(base), expression(factor), reason));
    }

    private static Expr expression(String text) {
        return org.pinn4j.pde.text.ExprText.parse(text, Cases.heat());
    }

    /** Each differs from the base, and from every other one, in one component. */
    static List<Recipe> recipes() {
        return List.of(
                BASE,
                BASE.named("other\nname \\ n"),
                architecture(Mlp.of("tanh", 16, 16)),
                architecture(Mlp.of("sin", 16, 16, 16)),
                architecture(new ResNet(8, 2, TANH)),
                architecture(new GatedNet(8, 2, TANH)),
                architecture(new FourierMlp(4, 1.5, List.of(8), TANH)),
                architecture(new GivenNetwork(Mlp.of("gelu", 3).build(2, 1))),
                initializer(Initializer.sine(4)),
                initializer(Initializer.glorotNormal().withBiases(0.1)),
                initializer(Initializer.glorotNormal().withLastLayerTimes(0.3)),
                initializer(Initializer.leCun()),
                BASE.withDesign(Design.derived().withNetworkForEachField()),
                BASE.withPoints(Points.fixed(5)),
                BASE.withPoints(Points.adaptive(5.25)),
                BASE.withPoints(Points.adaptive(5).withInterior(700)),
                BASE.withPoints(Points.adaptive(5).withPerCondition(70)),
                BASE.withPoints(new Points.Fixed(Counts.perParameter(5), new Halton())),
                BASE.withPoints(new Points.Fixed(Counts.perParameter(5), new LatinHypercube())),
                BASE.withPoints(Points.fresh(100, new Uniform())),
                BASE.withPoints(Points.fresh(100, new Sobol())),
                resampling(21, 1.3, 150, 4, 1, 1),
                resampling(20, 1.4, 150, 4, 1, 1),
                resampling(20, 1.3, 151, 4, 1, 1),
                resampling(20, 1.3, 150, 5, 1, 1),
                resampling(20, 1.3, 150, 4, 2, 1),
                resampling(20, 1.3, 150, 4, 1, 0.1 + 0.2),
                BASE.withWeight("pde", 2),
                BASE.withWeight("left wall", 2).withWeight("pde", 0.1),
                method(new LevenbergMarquardt(LM.withLambda(1.0 / 3))),
                method(new LevenbergMarquardt(LM.withScale(0.8, 1e-8))),
                method(new LevenbergMarquardt(LM.withScale(0.9, 1e-9))),
                method(new LevenbergMarquardt(LM.withGeodesic(false))),
                method(new LevenbergMarquardt(new LevenbergMarquardt.Settings(1e-2, 1e11, 0.9, 1e-8, true, 8))),
                method(new LevenbergMarquardt(new LevenbergMarquardt.Settings(1e-2, 1e12, 0.9, 1e-8, true, 7))),
                method(SelfScaledBroyden.standard()),
                method(new SelfScaledBroyden(SelfScaledBroyden.Update.BFGS)),
                method(Lbfgs.standard()),
                method(new Lbfgs(7)),
                method(Adam.standard()),
                method(Adam.standard().withLearningRate(0.1)),
                method(Adam.standard().withDecay(0.9, 100)),
                method(Adam.standard().withMemory(0.9, 0.99)),
                method(Adam.published()),
                method(Adam.published().withRate(new LearningRate(0.1, new Schedule.Staircase(0.5, 100), 7))),
                method(Adam.published().withRate(LearningRate.of(0.1, new Schedule.Staircase(0.5, 100)))),
                method(new Sgd(LearningRate.of(0.1, new Schedule.InverseTime(1.0 / 3, 0.75)))),
                method(new Sgd(LearningRate.of(0.1, new Schedule.Polynomial(1000, 2, 0.01)))),
                method(new Sgd(LearningRate.of(0.1, new Schedule.Cosine(10, 1000, 0.01)))),
                method(Sgd.standard()),
                method(Momentum.standard()),
                method(new Momentum(LearningRate.constant(1e-2), 0.99)),
                method(Nesterov.standard()),
                method(new Nesterov(LearningRate.constant(1e-2), 0.99)),
                method(Adagrad.standard()),
                method(new Adagrad(LearningRate.constant(1e-2), 1e-8)),
                method(RmsProp.standard()),
                method(new RmsProp(LearningRate.constant(1e-3), 0.99, 1e-10)),
                method(new RmsProp(LearningRate.constant(1e-3), 0.9, 1e-8)),
                method(Adadelta.standard()),
                method(new Adadelta(LearningRate.constant(1), 0.9, 1e-6)),
                method(new Adadelta(LearningRate.constant(1), 0.95, 1e-8)),
                method(Adamax.standard()),
                method(new Adamax(LearningRate.constant(2e-3), 0.8, 0.999)),
                method(new Adamax(LearningRate.constant(2e-3), 0.9, 0.99)),
                method(AmsGrad.standard()),
                method(AmsGrad.standard().withBiasCorrection()),
                method(Nadam.standard()),
                method(new Nadam(LearningRate.constant(2e-3), 0.8, 0.999, 1e-8)),
                method(AdamW.standard()),
                method(new AdamW(LearningRate.constant(1e-3), 0.9, 0.999, 1e-8, 0)),
                method(Averaged.tail(AdamW.standard(), 0)),
                method(Averaged.tail(AdamW.standard(), 500)),
                method(Averaged.exponential(AdamW.standard(), 0.999)),
                BASE.withStages(Stage.levenbergMarquardt().forSteps(500)),
                BASE.withStages(Stage.adam().forSteps(20), Stage.levenbergMarquardt()),
                BASE.withDesign(Design.derived().withInputs(Features.layer(Cases.X, 0.5, 0.02, 0, 1))),
                BASE.withDesign(Design.derived().withInputs(Cases.X.pow(2), Cases.T)),
                form("sin(pi*x)", "t", "a"),
                form("sin(pi*x)", "t", "b"),
                form("sin(pi*x)", "t^2", "a"),
                form("sin(pi*x)*(1 - t)", "t", "a"),
                BASE.withDesign(Design.derived().withoutFoundSymmetries()),
                BASE.withDesign(Design.derived().withoutHardConditions()),
                BASE.withKnowledge("a layer", "another"),
                Recipe.direct(),
                Recipe.direct().withDirect(Direct.standard().withFeatures(100, 3200)),
                Recipe.direct().withDirect(Direct.standard().withFeatures(200, 201)),
                Recipe.direct().withDirect(Direct.standard().withRows(0.1 + 2.2)),
                Recipe.direct().named("mine").withWeight("pde", 3).withKnowledge("a line"),
                Recipe.direct().withDesign(Design.derived().withInputs(Cases.T)));
    }

    @ParameterizedTest
    @MethodSource("recipes")
    void aTextReadsBackAsAnEqualRecipe(Recipe recipe) {
        Recipe read = Recipe.parse(recipe.toString(), Cases.heat(), Map.of());
        assertEquals(recipe, read);
        assertEquals(recipe.hashCode(), read.hashCode());
        assertEquals(recipe.toString(), read.toString());
        assertEquals(List.of(), recipe.code());
    }

    @Test
    void recipesThatDifferInOneComponentDifferInTheirTexts() {
        Set<String> texts = new HashSet<>();
        Set<Recipe> values = new HashSet<>();
        for (Recipe recipe : recipes()) {
            assertTrue(texts.add(recipe.toString()), recipe::toString);
            assertTrue(values.add(recipe), recipe::toString);
        }
    }

    /** As recipes and solution files had it from the first. */
    @Test
    void theTextOfAdamIsWhatItWas() {
        String text = "adam(learningRate=0.005;decay=0.98;decaySteps=1000;beta1=0.99;beta2=0.999;epsilon=1.0E-20)";
        assertEquals(Adam.standard(), OptimizerText.parse(text));
        assertEquals(Optional.of(text), OptimizerText.write(Adam.standard()));
    }

    /** Every name of the list, and no other method than that of the name. */
    @Test
    void everyMethodIsFoundByItsName() {
        String[] names = (OptimizerText.OTHERS + ", " + GradientMethodText.KNOWN).split(", ");
        assertEquals(15, names.length);
        for (String name : names) {
            Optimizer method = Stage.named(name).optimizer();
            assertTrue(OptimizerText.write(method).orElseThrow().startsWith(name + "("), name);
            assertEquals(method, OptimizerText.parse(OptimizerText.write(method).orElseThrow()));
        }
        String message = assertThrows(IllegalArgumentException.class, () -> Stage.named("dice"))
                .getMessage();
        assertEquals(
                "optimiser 'dice': known are levenberg-marquardt, ssbroyden, lbfgs, spring, sgd, momentum, nesterov, adagrad,"
                        + " rmsprop, adadelta, adam, adamax, amsgrad, nadam, adamw",
                message);
    }

    @Test
    void aDamagedMethodIsRefused() {
        String text = method(Averaged.tail(AdamW.standard(), 500)).toString();
        assertRefused(
                "schedule 'flat': known are constant, staircase", text.replace("schedule=constant", "schedule=flat"));
        assertRefused("average 'head': known are tail, exponential", text.replace("average=tail", "average=head"));
        assertRefused("no weightDecay", text.replace("weightDecay=0.01;", ""));
        assertRefused("setting mu is unknown", text.replace("beta1=", "mu=0.9;beta1="));
        assertRefused("learning rate: done = -1", text.replace("schedule=constant", "schedule=constant;done=-1"));
        assertRefused("known are levenberg-marquardt, ssbroyden, lbfgs, spring, sgd", text.replace("adamw", "adamx"));
    }

    @Test
    void weightsHaveNoOrder() {
        assertEquals(
                BASE.withWeight("a", 1).withWeight("b", 2).toString(),
                BASE.withWeight("b", 2).withWeight("a", 1).toString());
    }

    @Test
    void functionsGivenAsCodeAreReadByTheirNames() {
        Expr table = Expr.values("table", p -> p[0], Cases.X);
        Recipe recipe = BASE.withDesign(Design.derived().withInputs(table));
        assertEquals(recipe, Recipe.parse(recipe.toString(), Cases.heat(), Map.of("table", table)));
        assertRefused("table", recipe.toString());
    }

    private static void assertRefused(String part, String text) {
        String message = assertThrows(IllegalArgumentException.class, () -> Recipe.parse(text, Cases.heat(), Map.of()))
                .getMessage();
        assertTrue(message.contains(part), message);
    }

    /** A method, a rule and a family of somebody else's; records, so that they compare. */
    private record Mine(int setting) implements Optimizer, Sampler, Architecture {
        @Override
        public String name() {
            return "mine";
        }

        @Override
        public State init(Objective objective, double[] theta0, Algebra algebra) {
            return LevenbergMarquardt.standard().init(objective, theta0, algebra);
        }

        @Override
        public double[] unitCube(int dimension, int n, RandomStream stream) {
            return new Uniform().unitCube(dimension, n, stream);
        }

        @Override
        public Network build(int inputs, int outputs) {
            return Mlp.of("tanh", 8).build(inputs, outputs);
        }

        @Override
        public String describe() {
            return "mlp(8;tanh)"; // a name that means something else
        }
    }

    @Test
    void partsGivenAsCodeCompareAreNamedAndDoNotReadBack() {
        Recipe mine = architecture(new Mine(1))
                .withPoints(new Points.Fixed(Counts.perParameter(2), new Mine(2)))
                .withStages(new Stage(new Mine(3), OptionalInt.of(5)));
        assertEquals(List.of("network mlp(8;tanh)", "sampler mine", "stage mine"), mine.code());
        assertEquals(mine, mine.withStages(new Stage(new Mine(3), OptionalInt.of(5))));
        assertNotEquals(mine, mine.withStages(new Stage(new Mine(4), OptionalInt.of(5))));
        assertRefused("was given network mlp(8;tanh), sampler mine, stage mine as code", mine.toString());
    }

    @Test
    void anActivationOfOnesOwnMakesItsNetworkCode() {
        Activation own = new Activation() {
            @Override
            public String name() {
                return "cube";
            }

            @Override
            public void derivatives(int order, int from, int to, double[] z, double[][] sigma) {
                TANH.derivatives(order, from, to, z, sigma);
            }
        };
        assertEquals(
                List.of("network mlp(4;cube)"),
                architecture(new Mlp(List.of(4), own)).code());
    }

    /** A condition for each of many sensors is no reason not to read a recipe back. */
    @Test
    void manyLinesAreReadBackAndWhatWouldNotBeIsRefusedWhereItIsMade() {
        Recipe many = BASE;
        for (int k = 0; k < 1500; k++) {
            many = many.withWeight("sensor " + k, 1 + k);
        }
        assertEquals(many, Recipe.parse(many.toString(), Cases.heat(), Map.of()));
        Recipe wordy = BASE.withKnowledge("y".repeat((1 << 20) - BASE.toString().length() - "knowledge \n".length()));
        assertEquals(wordy, Recipe.parse(wordy.toString(), Cases.heat(), Map.of()));
        String message = assertThrows(
                        IllegalArgumentException.class,
                        () -> wordy.withKnowledge(wordy.knowledge().get(0) + "y"))
                .getMessage();
        assertTrue(message.contains("1048577 characters, and at most 1048576 are read back"), message);
    }

    @Test
    void aDamagedTextIsRefusedWithItsLine() {
        String text = BASE.withWeight("pde", 2).toString();
        assertRefused("line 0: need 'recipe ...'", "");
        assertRefused("line 1: need 'network ...'", text.replace("network", "net"));
        assertRefused("setting boost is unknown", text.replace("first=1.0", "first=1.0;boost=2"));
        assertRefused("no longest", text.replace("longest=150;", ""));
        assertRefused("known are fixed, following, fresh", text.replace("following", "leading"));
        assertRefused("known are [sobol, halton", text.replace("sampler sobol", "sampler dice"));
        assertRefused("known are levenberg-marquardt, ssbroyden", text.replace("levenberg", "lavenberg"));
        assertRefused("neither true nor false", text.replace("geodesic=true", "geodesic=yes"));
        assertRefused("weight -2.0 for 'pde'", text.replace("weight 2.0", "weight -2.0"));
        assertRefused("has no place here", text + "flavour lemon\n");
        assertRefused("at most", text + "knowledge x\n".repeat(100_000));
        assertRefused("known are GLOROT_NORMAL", text.replace("glorot-normal", "glorot-odd"));
        assertRefused(
                "known are BFGS",
                method(Lbfgs.standard()).toString().replace("lbfgs(memory=50)", "ssbroyden(update=dfp)"));
        assertRefused("no field 'w'", text + "form w\nbase 0\nfactor t\nreason r\n");
    }
}
