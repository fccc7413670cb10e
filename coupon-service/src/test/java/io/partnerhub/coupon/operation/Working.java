package io.partnerhub.coupon.operation;

import java.util.UUID;

import org.springframework.context.ApplicationContext;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Works on long operations when a test says so. */
public final class Working {

	private Working() {
	}

	/** Until nothing is left to do. */
	public static void untilDone(ApplicationContext service) {
		service.getBean(OperationWorker.class).drain();
	}

	public static boolean oneChunk(ApplicationContext service, String operation) {
		return service.getBean(LongOperations.class).step(UUID.fromString(operation));
	}

	/** Does a chunk and dies before its transaction commits. */
	public static void oneChunkThatIsLost(ApplicationContext service, String operation) {
		new TransactionTemplate(service.getBean(PlatformTransactionManager.class)).executeWithoutResult((status) -> {
			oneChunk(service, operation);
			status.setRollbackOnly();
		});
	}

}
