package io.partnerhub.localhub.engine;

import java.nio.file.Files;
import java.nio.file.Path;

import kafka.Kafka;
import kafka.tools.StorageTool;

/** The Kafka process: prepares its folder on the first start, then serves. */
public final class KafkaBroker {

	/**
	 * Sixteen letters, as a cluster id must have; one hub has one broker and no other
	 * cluster to be told from.
	 */
	private static final String CLUSTER = "cGFydG5lcmh1Yi1sb2NhbA";

	private KafkaBroker() {
	}

	public static void main(String[] arguments) {
		Path data = Path.of(arguments[1]);
		if (!Files.exists(data.resolve("meta.properties"))) {
			format(arguments[0]);
		}
		Kafka.main(new String[] { arguments[0] });
	}

	private static void format(String settings) {
		int result = StorageTool.execute(new String[] { "format", "-t", CLUSTER, "-c", settings, "--ignore-formatted" },
				System.out);
		if (result != 0) {
			throw new IllegalStateException("Kafka could not format its folder");
		}
	}

}
