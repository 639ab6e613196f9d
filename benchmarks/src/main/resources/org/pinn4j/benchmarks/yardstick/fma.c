/* The double-precision peak of this machine: independent chains of fused multiply-adds in registers, one set per thread.
 * usage: fma THREADS; prints the best of some repeats in GFLOP/s, all threads together. */
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#if defined(__AVX512F__)
#define BYTES 64
#elif defined(__AVX__)
#define BYTES 32
#else
#define BYTES 16
#endif

typedef double vec __attribute__((vector_size(BYTES)));

enum { CHAINS = 12, REPEATS = 40, ROUNDS = 1200000, LANES = BYTES / sizeof(double) };

static pthread_barrier_t barrier;
static volatile double sink;

#define STEP(x) x = x * a + b;
#define ALL(f) f(c0) f(c1) f(c2) f(c3) f(c4) f(c5) f(c6) f(c7) f(c8) f(c9) f(c10) f(c11)
#define START(x) vec x = b * ++start; /* equal chains would be merged into one */
#define ADD(x) sum += x;

static void chains(void) {
    vec a, b;
    for (int i = 0; i < LANES; i++) {
        a[i] = 0.999999 + 1e-9 * i;
        b[i] = 1e-6;
    }
    double start = 0;
    ALL(START)
    for (long r = 0; r < ROUNDS; r++) {
        ALL(STEP)
    }
    vec sum = a;
    ALL(ADD)
    sink = sum[0];
}

static double now(void) {
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return t.tv_sec + 1e-9 * t.tv_nsec;
}

static void *run(void *best) {
    for (int r = 0; r < REPEATS; r++) {
        pthread_barrier_wait(&barrier);
        double start = now();
        chains();
        pthread_barrier_wait(&barrier);
        double seconds = now() - start;
        if (best && seconds < *(double *) best) {
            *(double *) best = seconds;
        }
    }
    return NULL;
}

int main(int argc, char **argv) {
    int threads = argc > 1 ? atoi(argv[1]) : 1;
    double best = 1e30;
    pthread_t other;
    pthread_barrier_init(&barrier, NULL, threads);
    for (int t = 1; t < threads; t++) {
        pthread_create(&other, NULL, run, NULL);
    }
    run(&best);
    printf("%.2f\n", 2.0 * LANES * CHAINS * ROUNDS * threads / best * 1e-9);
    return 0;
}
