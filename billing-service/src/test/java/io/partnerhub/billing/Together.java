package io.partnerhub.billing;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntSupplier;

import org.springframework.http.HttpStatus;

/** Many attempts at a time. */
public final class Together {

	private static final int THREADS = 64;

	private Together() {
	}

	public static List<Integer> all(List<Callable<Integer>> attempts) throws InterruptedException {
		try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
			return threads.invokeAll(attempts).stream().map(Future::resultNow).toList();
		}
	}

	/** As clients do: 503 means that nothing was done, and is tried again. */
	public static int until(IntSupplier attempt) {
		int status = HttpStatus.SERVICE_UNAVAILABLE.value();
		for (int i = 0; i < 20 && status == HttpStatus.SERVICE_UNAVAILABLE.value(); i++) {
			status = attempt.getAsInt();
		}
		return status;
	}

}
