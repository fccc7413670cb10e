package io.partnerhub.benchmarks;

import java.util.Arrays;

/** Times of one round in nanoseconds. */
record Samples(long[] nanos) {

	double median() {
		return quantile(0.5);
	}

	double p99() {
		return quantile(0.99);
	}

	/** In milliseconds: the smallest time that so large a share of the requests kept. */
	private double quantile(double share) {
		long[] sorted = this.nanos.clone();
		Arrays.sort(sorted);
		int rank = (int) Math.ceil(share * sorted.length);
		return sorted[Math.max(0, rank - 1)] / 1e6;
	}

	static double middle(double... values) {
		double[] sorted = values.clone();
		Arrays.sort(sorted);
		return sorted[sorted.length / 2];
	}

}
