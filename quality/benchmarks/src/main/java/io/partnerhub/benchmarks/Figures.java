package io.partnerhub.benchmarks;

import java.util.List;

/**
 * What was measured of one case at one size: medians over the rounds, in milliseconds.
 *
 * @param rounds median of each round
 * @param p99 median of the rounds' 99th percentiles
 */
record Figures(double median, double p99, List<Double> rounds, List<Double> p99s) {

	static Figures of(List<Samples> rounds) {
		double[] medians = rounds.stream().mapToDouble(Samples::median).toArray();
		double[] p99s = rounds.stream().mapToDouble(Samples::p99).toArray();
		return new Figures(Samples.middle(medians), Samples.middle(p99s), rounds.stream().map(Samples::median).toList(),
				rounds.stream().map(Samples::p99).toList());
	}

}
