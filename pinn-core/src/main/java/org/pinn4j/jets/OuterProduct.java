package org.pinn4j.jets;

/**
 * The inner kernel of the Jacobian: rows of two jets multiplied and summed over channels, for all inputs and outputs of a
 * dense layer. One owner; nothing allocated after construction.
 *
 * <p><b>Why copies:</b> C2 uses vector instructions only where a loop reads and writes all its arrays at the same index: with
 * an offset of its own for each array it cannot tell that they do not overlap. So every row gets an array to itself first,
 * in + out copies for in·out products, and the loops run four times as fast.
 */
final class OuterProduct {
    private static final int NEAR = 4096; // numbers that stay in the first-level cache beside one output

    private final int channels;
    private final double[][] inputs; // by input and channel
    private final double[][] output; // by channel
    private final double[] sum;

    OuterProduct(int channels, int maxPoints) {
        this.channels = channels;
        this.inputs = new double[Math.max(1, NEAR / (channels * maxPoints)) * channels][maxPoints];
        this.output = new double[channels][maxPoints];
        this.sum = new double[maxPoints];
    }

    /** How many inputs can be taken at once. */
    int group() {
        return inputs.length / channels;
    }

    /** Takes the jets of {@code count} features of a layer's inputs, {@code v[c][f·n + i]}. */
    void takeInputs(int n, int first, int count, double[][] v) {
        for (int k = 0; k < count; k++) {
            for (int c = 0; c < channels; c++) {
                System.arraycopy(v[c], (first + k) * n, inputs[k * channels + c], 0, n);
            }
        }
    }

    /** Takes the adjoint jet of one output. */
    void takeOutput(int n, int feature, double[][] v) {
        for (int c = 0; c < channels; c++) {
            System.arraycopy(v[c], feature * n, output[c], 0, n);
        }
    }

    /** to[offset + i] (+)= Σ_c input[c, i]·output[c, i]. */
    void sumOverChannels(int n, int input, double[] to, int offset, boolean add) {
        int at = input * channels;
        int c = 0;
        if (add) {
            System.arraycopy(to, offset, sum, 0, n);
        } else if (channels == 1) {
            one(n, output[0], inputs[at], sum);
            c = 1;
        } else {
            two(n, output[0], inputs[at], output[1], inputs[at + 1], sum);
            c = 2;
        }
        for (; c + 1 < channels; c += 2) {
            addTwo(n, output[c], inputs[at + c], output[c + 1], inputs[at + c + 1], sum);
        }
        if (c < channels) {
            addOne(n, output[c], inputs[at + c], sum);
        }
        System.arraycopy(sum, 0, to, offset, n);
    }

    private static void one(int n, double[] a, double[] b, double[] out) {
        for (int i = 0; i < n; i++) {
            out[i] = a[i] * b[i];
        }
    }

    private static void addOne(int n, double[] a, double[] b, double[] out) {
        for (int i = 0; i < n; i++) {
            out[i] += a[i] * b[i];
        }
    }

    private static void two(int n, double[] a, double[] b, double[] c, double[] d, double[] out) {
        for (int i = 0; i < n; i++) {
            out[i] = a[i] * b[i] + c[i] * d[i];
        }
    }

    private static void addTwo(int n, double[] a, double[] b, double[] c, double[] d, double[] out) {
        for (int i = 0; i < n; i++) {
            out[i] += a[i] * b[i] + c[i] * d[i];
        }
    }
}
